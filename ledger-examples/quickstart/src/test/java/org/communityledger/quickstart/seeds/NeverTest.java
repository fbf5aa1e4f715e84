package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;
import static org.communityledger.quickstart.seeds.PageLedger.PRINTED;

import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.projection.Figure;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.CaseTimeline.StageSpan;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may make of the page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverTest {
  static <E> List<E> facts(PageLedger ledger, Class<E> type) {
    return WholePageTest.events(ledger).stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void never_exactly_400_metres(PageLedger ledger) {
    assertThat(facts(ledger, CaseReported.class)).flatExtracting(it -> it.extent().stream().toList())
        .singleElement().matches(it -> !it.isExact()).extracting(Tally::upper)
        .isEqualTo(Optional.empty());
  }

  @Test
  void never_100_percent_without_its_whole() {
    assertThat(facts(PRESS, FigureAttested.class)).flatExtracting(it -> it.value().ratio().stream().toList())
        .hasSize(2).extracting(it -> it.whole().lower()).containsExactly(107L, 70L);
    assertThat(PRESS.figure("coverage.units{frame=street-shops}").orElseThrow())
        .isInstanceOfSatisfying(Figure.Rate.class,
            it -> assertThat(it.ratio().percentage().orElseThrow()).isEqualByComparingTo("0.93"));
  }

  @Test
  void never_2011_women() {
    assertThat(InWords.of(ITEMISED.figure("aid.served{programme=screening,unit=PERSON}"))).isEqualTo("1523 PERSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void never_a_completion_rate_without_a_target(PageLedger ledger) {
    assertThat(ledger.figure("aid.completion")).isEmpty();
  }

  @Test
  void never_eleven_applicants_from_the_page_alone() {
    assertThat(PRESS.figure("standings.current")).isEmpty();
    assertThat(facts(PRESS, FigureAttested.class)).filteredOn(it -> it.figure().startsWith("standings."))
        .extracting(it -> InWords.of(it.value())).containsExactlyInAnyOrder("13 ITEM", "2 ITEM");
  }

  @Test
  void never_a_start_date_out_of_three_days() {
    assertThat(Replay.of(PRESS.reader()).row(new HazardFixHistory(), new CaseId("wall")).orElseThrow().stageSpans())
        .extracting(StageSpan::stage).containsExactly(Stage.REPORTED, Stage.ACCEPTED, Stage.ASSIGNED);
  }

  @Test
  void never_the_day_of_printing_as_the_day_of_the_deed() {
    assertThat(WholePageTest.events(PRESS)).filteredOn(it -> it.position() > 0)
        .extracting(it -> it.header().occurred()).doesNotContain(When.on(PRINTED))
        .noneMatch(it -> it.earliest().filter(PRINTED::equals).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void never_fixed_without_a_verifier(PageLedger ledger) {
    List<CaseClosed> fixed = facts(ledger, CaseClosed.class).stream()
        .filter(it -> it.outcome() == CaseOutcome.FIXED).toList();

    assertThat(fixed).hasSize(ledger == PRESS ? 0 : 1);
    assertThat(fixed).allSatisfy(closing -> assertThat(facts(ITEMISED, WorkVerified.class))
        .extracting(WorkVerified::caseId).contains(closing.caseId()));
  }

  @Test
  void never_a_guess_for_a_name_that_is_cut_off() {
    assertThat(facts(PRESS, OrgRegistered.class)).filteredOn(it -> !it.nameComplete()).extracting(OrgRegistered::name)
        .containsExactly("Property company, its name cut off", "Caring hospital or hospitals, unnamed",
            "Garment company, unnamed");
  }
}
