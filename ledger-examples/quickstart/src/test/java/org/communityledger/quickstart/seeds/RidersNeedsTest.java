package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;
import static org.communityledger.quickstart.seeds.PageLedger.PRINTED;

import java.util.Optional;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.AppealRow;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Article C: what the district asked riders, and where they are heard. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RidersNeedsTest {
  @Test
  void s12_the_survey_was_held() {
    ExpectedFigure.require("S12");
  }

  @Test
  void s13_four_difficulties_of_one_survey_are_four_needs_whose_words_are_sealed() {
    ExpectedFigure.require("S13");

    CaseTimeline rights = Replay.of(PRESS.reader()).row(new HazardFixHistory(), new CaseId("need-rights"))
        .orElseThrow();
    assertThat(rights.report().orElseThrow().narrative()).isPresent();
    assertThat(rights.report().orElseThrow().channel()).isEqualTo(Channel.SURVEY);
    assertThat(CaseRegister.in(PRESS.views()).all()).filteredOn(it -> it.caseId().value().startsWith("need-"))
        .hasSize(4).extracting(CaseRow::kind).containsOnly(CaseKind.NEED);
    assertThat(rights.recorded().getFirst().recorded().header().correlation()).hasValue("riders-survey");
  }

  @Test
  void s14_eight_programmes_answer_the_survey() {
    ExpectedFigure.require("S14");

    for (PageLedger ledger : PageLedger.values()) {
      assertThat(WholePageTest.events(ledger)).filteredOn(it -> it.event() instanceof ProgrammeOpened)
          .filteredOn(it -> it.header().correlation().equals(Optional.of("riders-survey"))).hasSize(8);
    }
  }

  @Test
  void s15_the_joint_meeting_is_planned_and_hears_three_of_four_appeals() {
    ExpectedFigure.require("S15");

    assertThat(AppealDocket.in(PRESS.views()).unheard(0, PRINTED)).isEqualTo(Tally.exact(0, Unit.ITEM));
    assertThat(AppealDocket.in(ITEMISED.views()).surelyUnheard(30, PRINTED)).singleElement()
        .returns(new CaseId("appeal-4"), AppealRow::caseId)
        .returns(Optional.of(new Span(43, Optional.of(43L))), it -> it.waited(PRINTED));
  }
}
