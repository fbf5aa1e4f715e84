package org.communityledger.projection;

import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RESIDENT;
import static org.communityledger.projection.WallLedger.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.communityledger.cases.CaseCommand;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AgreePlan;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.UnmarkDuplicate;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.Replacement;

/** Lets three cases have a life full of accidents: refused commands, retractions, corrections, inexact dates. */
public final class RandomCases {
  public static final List<CaseId> CASES = List.of(new CaseId("k0"), new CaseId("k1"), new CaseId("k2"));

  private static final List<Actor> ACTORS = List.of(CLERK, RESIDENT);

  private final WallLedger ledger;
  private final SplittableRandom random;
  private final List<EventId> events = new ArrayList<>();

  public RandomCases(WallLedger ledger, SplittableRandom random) {
    this.ledger = ledger;
    this.random = random;
  }

  /**
   * Records.
   *
   * @param steps how many commands are tried after the reports
   * @param afterEach run after each
   */
  public void live(int steps, Runnable afterEach) {
    CASES.forEach(id -> remember(ledger.asked(WallLedger.report(id), CLERK, when())));
    for (int step = 0; step < steps; step++) {
      CaseId id = CASES.get(random.nextInt(CASES.size()));
      CaseCommand command = command(id);
      if (random.nextInt(8) == 0 && !events.isEmpty()) {
        correct(id, command);
      } else {
        remember(ledger.asked(command, ACTORS.get(random.nextInt(ACTORS.size())), when()));
      }
      afterEach.run();
    }
    // A report may have been taken back for good.
    CASES.forEach(id -> ledger.asked(WallLedger.report(id), CLERK, When.on(TODAY)));
    afterEach.run();
  }

  private void correct(CaseId id, CaseCommand command) {
    EventId wrong = events.get(random.nextInt(events.size()));
    Replacement right = new Replacement(random.nextBoolean() ? new RecordSurvey(id) : command,
        random.nextBoolean() ? Optional.empty() : Optional.of(when()));
    ledger.retracted(wrong, random.nextInt(3) == 0 ? new Replacement[0] : new Replacement[]{right})
        .ifPresent(receipt -> receipt.entries().stream().skip(1).forEach(it -> events.add(it.eventId())));
  }

  private void remember(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted.receipt().entries().forEach(it -> events.add(it.eventId()));
    }
  }

  /** A date of any kind, not after today. */
  public When when() {
    LocalDate day = TODAY.minusDays(random.nextInt(8));
    return switch (random.nextInt(7)) {
      case 0 -> When.notAfter(day);
      case 1 -> When.unknown();
      case 2 -> When.during(day.minusDays(random.nextInt(4)), day);
      case 3 -> new When(Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
      default -> When.on(day);
    };
  }

  private CaseCommand command(CaseId id) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> new AcceptCase(id, OFFICE, random.nextBoolean() ? Optional.of(POLICY) : Optional.empty());
      case 2, 3 -> new AssignCase(id, GUODONG, "repair", Optional.empty());
      case 4 -> new StartWork(id);
      case 5, 6 -> new CompleteWork(id, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty());
      case 7, 8 -> new VerifyWork(id, random.nextBoolean());
      case 9 -> new CloseCase(id, CaseOutcome.FIXED, Optional.empty());
      case 10 -> new ReopenCase(id, TODAY.plusDays(20));
      case 11 -> new SuspendCase(id, TODAY.plusDays(1), ledger.approved("cases.SuspendCase", id));
      case 12 -> random.nextBoolean() ? new ResumeCase(id) : new ReturnAssignment(id);
      case 13 -> new MarkDuplicate(id, CASES.get(random.nextInt(CASES.size())));
      case 14 -> random.nextInt(4) == 0
          ? new DeclineCase(id, DeclineGround.UNFOUNDED, Optional.empty())
          : new UnmarkDuplicate(id);
      default -> new AgreePlan(id, List.of("demolish"), Optional.empty(), Extent.PART, Optional.empty());
    };
  }
}
