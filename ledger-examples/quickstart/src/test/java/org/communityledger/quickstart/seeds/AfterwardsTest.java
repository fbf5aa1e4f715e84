package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.COUNTING;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRINTED;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communityledger.Ledger;
import org.communityledger.kernel.Tag;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.AsOf.Knowledge;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.records.ErasureRegister;
import org.communityledger.projection.records.Reconciliation;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in after the page was printed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AfterwardsTest {
  private static final Instant SEPTEMBER = Instant.parse("2024-09-10T02:00:00Z");
  private static final String APPLIED = "standings.everApplied{ladder=membership,org=riders-branch}";
  private static final String LEAFLETS = "activities.materials{activity=court-outreach,unit=COPY}";

  @TempDir
  Path folder;

  static String figure(Ledger ledger, AsOf asOf, String pattern) {
    return InWords.of(PageLedger.figure(Replay.of(ledger.reader()).asOf(asOf).run(PageLedger.ALL), pattern));
  }

  static SortedMap<String, String> figures(Views views) {
    SortedMap<String, String> figures = new TreeMap<>();
    COUNTING.forEach(projection -> views.view(projection).figures(FigurePattern.parse("*"))
        .forEach((key, figure) -> figures.put(key.toString(), InWords.of(figure))));
    return figures;
  }

  private static Line said(Ledger ledger, Knowledge knowledge, String figure) {
    return Reconciliation.of(Replay.of(ledger.reader()), knowledge, COUNTING).lines().stream()
        .filter(it -> it.figure().equals(FigureKey.parse(figure)) && it.attestation().isPresent()).findFirst()
        .orElseThrow();
  }

  @Test
  void s45_a_rider_is_erased_and_every_figure_stays() {
    try (Ledger ledger = ITEMISED.copy(folder, SEPTEMBER)) {
      SortedMap<String, String> before = figures(Replay.of(ledger.reader()).run(COUNTING));

      Later.eraseRider5(ledger);

      assertThat(figures(Replay.of(ledger.reader()).run(COUNTING))).isEqualTo(before);
      assertThat(ledger.reader().event(ledger.reader().size() - 1).event())
          .isInstanceOfSatisfying(SubjectErased.class, it -> assertThat(it.values()).isPositive());
      assertThat(Replay.of(ledger.reader()).run(new ErasureRegister()).rows(new ErasureRegister()))
          .containsKey(Tag.parse("person:rider-05"));
      assertThat(Later.identityOfRider5(ledger)).isEqualTo("erased");
    }
  }

  @Test
  void s46_an_application_of_june_entered_in_september_counts_as_of_then_only_since_it_is_known() {
    try (Ledger ledger = ITEMISED.copy(folder, SEPTEMBER)) {
      long published = ledger.reader().size() - 1;
      Later.enterTheApplicationOfJune(ledger);

      assertThat(figure(ledger, AsOf.asKnown(EVENING), APPLIED)).isEqualTo("13 ITEM");
      assertThat(figure(ledger, AsOf.asHappened(PRINTED), APPLIED)).isEqualTo("14 ITEM");
      assertThat(figure(ledger, AsOf.asHappened(LocalDate.of(2024, 5, 31)), APPLIED)).isEqualTo("10 ITEM");
      assertThat(said(ledger, new Knowledge.Head(), APPLIED).verdict()).isEqualTo(Verdict.OVER);
      assertThat(said(ledger, new Knowledge.UpTo(published), APPLIED).verdict()).isEqualTo(Verdict.AGREES);
      assertThat(figure(ledger, AsOf.asKnown(published), APPLIED)).isEqualTo("13 ITEM");
    }
  }

  @Test
  void s47_214_leaflets_were_240_and_the_old_figure_can_be_issued_again() {
    try (Ledger ledger = ITEMISED.copy(folder, SEPTEMBER)) {
      long before = ledger.reader().size() - 1;
      Later.correctTheLeaflets(ledger);

      assertThat(figure(ledger, AsOf.now(), LEAFLETS)).isEqualTo("240 COPY");
      assertThat(figure(ledger, AsOf.asHappened(PRINTED), LEAFLETS)).isEqualTo("240 COPY");
      assertThat(figure(ledger, AsOf.asKnown(before), LEAFLETS)).isEqualTo("214 COPY");
      assertThat(said(ledger, new Knowledge.Head(), LEAFLETS).verdict()).isEqualTo(Verdict.AGREES);
    }
  }
}
