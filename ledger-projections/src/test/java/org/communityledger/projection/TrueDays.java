package org.communityledger.projection;

import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.TODAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;

/** Cases whose events are recorded with inexact dates, and the days on which they really happened, told to nobody. */
final class TrueDays {
  private static final EventId SOME_EVENT = EventId.parse("some.0");

  private final WallLedger ledger;
  private final SortedMap<Long, LocalDate> days = new TreeMap<>();

  private TrueDays(WallLedger ledger) {
    this.ledger = ledger;
  }

  static TrueDays recordedIn(WallLedger ledger, int cases, SplittableRandom random) {
    TrueDays days = new TrueDays(ledger);
    for (int i = 0; i < cases; i++) {
      CaseId id = new CaseId("k" + i);
      LocalDate day = TODAY.minusDays(random.nextInt(6, 12));
      for (CaseEvent each : life(id).subList(0, random.nextInt(1, 8))) {
        day = day.plusDays(random.nextInt(4));
        if (day.isAfter(TODAY)) {
          break;
        }
        days.record(each, day, stated(day, random));
      }
    }
    return days;
  }

  private static List<CaseEvent> life(CaseId id) {
    return List.of(
        new CaseReported(id, CaseKind.HAZARD, "wall", WallLedger.ESTATE, Optional.empty(), Severity.LOW,
            Optional.empty(),
            Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty()),
        new CaseAccepted(id, OFFICE, Optional.empty(), Optional.empty()),
        new CaseAssigned(id, GUODONG, "repair", Optional.empty(), Optional.empty()),
        new WorkCompleted(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(), Optional.empty(), SOME_EVENT),
        new WorkVerified(id, Optional.empty(), SOME_EVENT),
        new CaseClosed(id, CaseOutcome.FIXED, Optional.empty(), Optional.empty()),
        new CaseReopened(id, 1, TODAY, SOME_EVENT));
  }

  /** What a clerk wrote down: never wrong, seldom exact. */
  static When stated(LocalDate day, SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> When.notAfter(day.plusDays(random.nextInt(3)));
      case 1 -> When.unknown();
      case 2 -> When.during(day.minusDays(random.nextInt(4)), day.plusDays(random.nextInt(4)));
      case 3 -> new When(Optional.of(day.minusDays(random.nextInt(3))), Optional.empty(), Optional.empty(),
          Optional.empty(), Set.of());
      default -> When.on(day);
    };
  }

  private void record(CaseEvent event, LocalDate day, When stated) {
    Header header = Header.of(new CommandId("t" + days.size()), CLERK, stated, Source.of(Source.Kind.IMPORT, "test"));
    days.put(ledger.ledger().history().append(header, List.of(event)).entries().get(0).position(), day);
  }

  /** How many cases there really were, by figure. */
  Map<FigureKey, Long> figuresBy(LocalDate day) {
    CaseRegister register = new CaseRegister();
    Map<CaseId, CaseRow> rows = new HashMap<>();
    days.forEach((position, happened) -> {
      if (!happened.isAfter(day)) {
        Happening happening = new Happening(ledger.ledger().reader().event(position), TODAY, Optional.empty());
        CaseId id = ((CaseEvent) happening.event()).caseId();
        register.apply(id, Optional.ofNullable(rows.get(id)), happening).ifPresent(it -> rows.put(id, it));
      }
    });
    Map<FigureKey, Long> figures = new HashMap<>();
    rows.forEach((id, row) -> register.figures(id, row).forEach(it -> figures.merge(it.key(), 1L, Long::sum)));
    return figures;
  }
}
