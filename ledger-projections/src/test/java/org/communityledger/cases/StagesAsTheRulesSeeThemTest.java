package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RESIDENT;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.communityledger.LedgerReader;
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
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EffectiveHistory;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseProgress;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stands in the package of the rules, which show their case to nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesAsTheRulesSeeThemTest {
  private static final List<CaseId> CASES = List.of(new CaseId("k0"), new CaseId("k1"), new CaseId("k2"));
  private static final List<Actor> ACTORS = List.of(CLERK, RESIDENT);

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void after_any_history_views_and_rules_agree_and_one_case_alone_gives_the_same_row(long seed) {
    try (WallLedger ledger = WallLedger.in(folder)) {
      live(ledger, new SplittableRandom(seed));

      Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

      for (CaseId id : CASES) {
        Case asRulesSeeIt = caseOf(ledger.ledger().reader(), id);
        CaseTimeline timeline = views.row(new HazardFixHistory(), id).orElseThrow();
        agree(asRulesSeeIt, timeline.progress());
        CaseRow row = CaseRegister.in(views).find(id).orElseThrow();
        agree(asRulesSeeIt, row.progress());
        assertThat(row.verifier().isPresent()).isEqualTo(asRulesSeeIt.work().verification().isPresent());
        assertThat(row.due()).isEqualTo(asRulesSeeIt.deadline().dueBy());
        assertThat(Replay.of(ledger.ledger().reader()).row(new HazardFixHistory(), id)).contains(timeline);
        assertThat(Replay.of(ledger.ledger().reader()).row(new CaseRegister(), id)).contains(row);
      }
    }
  }

  private static void agree(Case asRulesSeeIt, CaseProgress progress) {
    assertThat(progress.stage()).isEqualTo(asRulesSeeIt.progress().stage());
    assertThat(progress.before()).isEqualTo(asRulesSeeIt.progress().before());
    if (progress.stage() == Stage.SUSPENDED) {
      assertThat(progress.suspendedUntil()).isEqualTo(asRulesSeeIt.suspendedUntil());
    }
  }

  private static Case caseOf(LedgerReader reader, CaseId id) {
    List<RecordedEvent> recorded = reader.log().read(Query.tagged(id.tag().toString()), 0, reader.size(), 10_000)
        .stream().map(reader.codec()::decode).toList();
    Case c = Case.unreported(id);
    for (RecordedEvent each : EffectiveHistory.of(recorded)) {
      c = Case.evolve(c, each);
    }
    return c;
  }

  private static void live(WallLedger ledger, SplittableRandom random) {
    List<EventId> events = new ArrayList<>();
    CASES.forEach(id -> events.add(ledger.given(WallLedger.report(id))));
    for (int step = 0; step < 150; step++) {
      CaseId id = CASES.get(random.nextInt(CASES.size()));
      CaseCommand command = command(ledger, random, id);
      if (random.nextInt(8) == 0) {
        EventId wrong = events.get(random.nextInt(events.size()));
        Replacement right = new Replacement(
            random.nextBoolean() ? new RecordSurvey(id) : command, Optional.empty());
        ledger.retracted(wrong, random.nextInt(3) == 0 ? new Replacement[0] : new Replacement[]{right})
            .ifPresent(receipt -> receipt.entries().stream().skip(1).forEach(it -> events.add(it.eventId())));
      } else {
        When occurred = random.nextBoolean() ? When.on(TODAY) : When.notAfter(TODAY.minusDays(random.nextInt(5)));
        Outcome outcome = ledger.asked(command, ACTORS.get(random.nextInt(ACTORS.size())), occurred);
        if (outcome instanceof Outcome.Accepted accepted) {
          accepted.receipt().entries().forEach(it -> events.add(it.eventId()));
        }
      }
    }
    // A report may have been taken back for good.
    CASES.forEach(id -> ledger.asked(WallLedger.report(id), CLERK, When.on(TODAY)));
  }

  private static CaseCommand command(WallLedger ledger, SplittableRandom random, CaseId id) {
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
