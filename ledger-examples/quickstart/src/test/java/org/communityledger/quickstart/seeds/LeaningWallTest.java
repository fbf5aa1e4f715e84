package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.OneMore.CLERK;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.CaseRefusal.VerificationMissing;
import org.communityledger.cases.CaseRefusal.VerifierIsDoer;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Replay;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article D: a wall that leaned, and an estate without fitness gear. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaningWallTest {
  private static final CaseId WALL = new CaseId("wall");
  private static final CaseId GEAR = new CaseId("gear");
  private static final OrgId GUODONG = new OrgId("guodong");
  private static final Actor FOREMAN = Actor.of(new PersonId("guodong-foreman"), "contractor").onBehalfOf(GUODONG);

  @TempDir
  Path folder;

  private static CaseTimeline timeline(PageLedger ledger, CaseId id) {
    return Replay.of(ledger.reader()).row(new HazardFixHistory(), id).orElseThrow();
  }

  private static <E extends CaseEvent> Line line(CaseTimeline timeline, Class<E> type) {
    return timeline.recorded().stream().filter(it -> type.isInstance(it.event())).findFirst().orElseThrow();
  }

  private static WorkCompleted completion(PageLedger ledger) {
    return (WorkCompleted) line(timeline(ledger, WALL), WorkCompleted.class).event();
  }

  @Test
  void s16_the_wall_is_one_hazard_of_at_least_400_metres() {
    for (PageLedger ledger : PageLedger.values()) {
      CaseReported report = timeline(ledger, WALL).report().orElseThrow();

      assertThat(report.extent()).hasValue(Tally.atLeast(400, Unit.METRE).asStated("400多米"));
      assertThat(report.severity()).isEqualTo(Severity.HIGH);
      assertThat(report.channel()).isEqualTo(Channel.PATROL);
    }
  }

  @Test
  void s17_the_paragraph_printed_twice_is_recorded_once() {
    assertThat(timeline(PRESS, WALL).recorded()).extracting(it -> it.event().getClass().getSimpleName())
        .containsExactly("CaseReported", "CaseAccepted", "SurveyRecorded", "PlanAgreed", "CaseAssigned",
            "WorkCompleted", "CaseRated");
  }

  @Test
  void s18_what_the_page_leaves_out_on_the_way_is_inferred() {
    ExpectedFigure.require("S18");

    CaseTimeline told = timeline(PRESS, WALL);

    assertThat(told.recorded()).filteredOn(Line::isInferred).extracting(it -> (Object) it.event().getClass())
        .containsExactly(CaseAccepted.class, CaseAssigned.class);
    assertThat(((PlanAgreed) line(told, PlanAgreed.class).event()).agreedBy()).isEmpty();
    assertThat(line(told, SurveyRecorded.class).isInferred()).isFalse();
    assertThat(timeline(ITEMISED, WALL).recorded()).noneMatch(Line::isInferred);
  }

  @Test
  void s19_three_days_are_effort_and_all_of_the_wall_went_though_a_part_was_planned() {
    ExpectedFigure.require("S19");

    for (PageLedger ledger : PageLedger.values()) {
      assertThat(completion(ledger).effort()).hasValue(Tally.atLeast(3, Unit.DAY).asStated("demolition only"));
      assertThat(completion(ledger).extent()).isEqualTo(Extent.WHOLE);
      assertThat(((PlanAgreed) line(timeline(ledger, WALL), PlanAgreed.class).event()).extent()).isEqualTo(Extent.PART);
    }
  }

  @Test
  void s20_what_nobody_verified_is_done_and_not_closed() {
    ExpectedFigure.require("S20");
  }

  @Test
  void s20_nobody_of_guodong_verifies_the_work_of_guodong() {
    try (Ledger ledger = PRESS.copy(folder, EVENING)) {
      assertThat(
          OneMore.causesOfRefusing(ledger, FOREMAN, VerifyWork.of(WALL, true), new VerifierIsDoer(WALL, GUODONG)))
          .contains(completion(PRESS));
    }
  }

  @Test
  void s20_what_nobody_verified_is_not_closed_as_fixed() {
    try (Ledger ledger = PRESS.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, CLERK, new CloseCase(WALL, CaseOutcome.FIXED, Optional.empty()),
          new VerificationMissing(WALL, CaseOutcome.FIXED)))
          .containsExactly(completion(PRESS));
    }
  }

  @Test
  void s21_pleased_residents_are_a_remark_and_no_rate() {
    ExpectedFigure.require("S21");

    for (CaseId id : List.of(WALL, GEAR)) {
      CaseRated rating = (CaseRated) line(timeline(PRESS, id), CaseRated.class).event();

      assertThat(rating.remark()).isPresent();
      assertThat(rating.reached()).isEmpty();
      assertThat(rating.satisfied()).isEmpty();
    }
  }

  @Test
  void s22_the_gear_is_done_by_somebody_the_page_does_not_name() {
    ExpectedFigure.require("S22");

    assertThat(timeline(PRESS, GEAR).recorded()).filteredOn(Line::isInferred)
        .extracting(it -> (Object) it.event().getClass())
        .containsExactly(CaseAccepted.class, CaseAssigned.class, WorkCompleted.class);
  }

  @Test
  void s23_ten_items_are_said_and_none_is_named_before_an_app_counts_them() {
    ExpectedFigure.require("S23");
  }
}
