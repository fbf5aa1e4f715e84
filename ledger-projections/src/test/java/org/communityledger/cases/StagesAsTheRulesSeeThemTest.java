package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EffectiveHistory;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Query;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseProgress;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stands in the package of the rules, which show their case to nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesAsTheRulesSeeThemTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void after_any_history_views_and_rules_agree_and_one_case_alone_gives_the_same_row(long seed) {
    try (WallLedger ledger = WallLedger.in(folder)) {
      new RandomCases(ledger, new SplittableRandom(seed)).live(150, () -> {});

      Views views = ledger.replay().run(new CaseRegister(), new HazardFixHistory());

      for (CaseId id : RandomCases.CASES) {
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
}
