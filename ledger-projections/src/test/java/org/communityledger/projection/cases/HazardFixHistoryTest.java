package org.communityledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.communityledger.projection.WallLedger.CHIEF;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;
import static org.communityledger.projection.sentences.Language.CHINESE;
import static org.communityledger.projection.sentences.Language.ENGLISH;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.ResumeCase;
import org.communityledger.cases.CaseCommand.StartWork;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.CaseTimeline.StageSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HazardFixHistoryTest {
  private static final LocalDate MARCH_6 = LocalDate.of(2024, 3, 6);

  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void each_line_has_the_stage_the_actor_and_the_dates() {
    EventId reported = ledger.given(report(WALL), When.on(TODAY.minusDays(3)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)), CHIEF, When.on(TODAY));

    CaseTimeline timeline = history();

    assertThat(timeline.recorded()).extracting(Line::stage).containsExactly(Stage.REPORTED, Stage.ACCEPTED);
    assertThat(timeline.recorded()).extracting(Line::position).containsExactly(5L, 6L);
    assertThat(timeline.recorded().get(0).eventId()).isEqualTo(reported);
    assertThat(timeline.recorded().get(1).actor()).isEqualTo(CHIEF);
    assertThat(timeline.recorded()).extracting(Line::recordedOn).containsOnly(TODAY);
    assertThat(timeline.report()).map(CaseReported::category).contains("wall");
  }

  @Test
  void lateness_is_told_only_where_a_fact_was_late_for_sure() {
    ledger.given(report(WALL), When.on(TODAY.minusDays(3)));
    ledger.given(RecordSurvey.of(WALL), When.during(TODAY.minusDays(2), TODAY.minusDays(1)));
    ledger.given(RecordSurvey.of(WALL), When.notAfter(TODAY.minusDays(1)));
    ledger.given(RecordSurvey.of(WALL), When.notAfter(TODAY));
    ledger.given(RecordSurvey.of(WALL), When.unknown());
    ledger.given(RecordSurvey.of(WALL), When.on(TODAY));

    assertThat(history().recorded()).extracting(Line::lateness).containsExactly(
        Optional.of(new Span(3, Optional.of(3L))),
        Optional.of(new Span(1, Optional.of(2L))),
        Optional.of(new Span(1, Optional.empty())),
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void no_line_stands_before_one_that_was_surely_earlier_and_the_rest_stands_as_recorded() {
    ledger.given(report(WALL), When.notAfter(TODAY));
    EventId march = survey(When.during(MARCH_6, MARCH_6.plusDays(20)));
    EventId unknown = survey(When.unknown());
    EventId tenth = survey(When.on(MARCH_6.plusDays(4)));
    EventId fifth = survey(When.on(MARCH_6.minusDays(1)));

    assertThat(history().asHappened().stream().map(Line::eventId).toList().subList(1, 5)).containsExactly(fifth, march,
        unknown, tenth);
  }

  @Test
  void stage_spans_are_as_inexact_as_the_dates() {
    ledger.given(report(WALL), When.during(MARCH_6, MARCH_6.plusDays(4)));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.empty()), When.on(MARCH_6.plusDays(10)));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()), When.notAfter(TODAY));
    ledger.given(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()), When.on(TODAY));

    assertThat(history().stageSpans()).extracting(StageSpan::stage, StageSpan::days).containsExactly(
        tuple(Stage.REPORTED, new Span(6, Optional.of(10L))),
        tuple(Stage.ACCEPTED, new Span(0, Optional.of(142L))),
        tuple(Stage.ASSIGNED, new Span(0, Optional.empty())));
  }

  @Test
  void a_suspension_is_a_stage_of_its_own_and_one_that_ran_out_ended_on_its_day() {
    startedOn(MARCH_6);
    suspended(MARCH_6.plusDays(10), MARCH_6.plusDays(20));
    ledger.given(new ResumeCase(WALL), When.on(MARCH_6.plusDays(15)));
    suspended(MARCH_6.plusDays(30), MARCH_6.plusDays(40));
    ledger.given(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()),
        When.on(MARCH_6.plusDays(60)));

    assertThat(spansFrom(0)).containsExactly(
        "REPORTED 0 from 2024-03-06", "ACCEPTED 0 from 2024-03-06", "ASSIGNED 0 from 2024-03-06",
        "WORKING 10 from 2024-03-06", "SUSPENDED 5 from 2024-03-16", "WORKING 15 from 2024-03-21",
        "SUSPENDED 10 from 2024-04-05", "WORKING 20 from 2024-04-15");
  }

  @Test
  void a_second_suspension_begins_after_the_first_ran_out() {
    startedOn(MARCH_6);
    suspended(MARCH_6.plusDays(10), MARCH_6.plusDays(20));
    suspended(MARCH_6.plusDays(30), MARCH_6.plusDays(40));
    ledger.given(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()),
        When.on(MARCH_6.plusDays(60)));

    assertThat(spansFrom(3)).containsExactly("WORKING 10 from 2024-03-06", "SUSPENDED 10 from 2024-03-16",
        "WORKING 10 from 2024-03-26", "SUSPENDED 10 from 2024-04-05", "WORKING 20 from 2024-04-15");
  }

  @Test
  void what_is_assigned_after_a_suspension_ran_out_was_not_assigned_before() {
    ledger.given(report(WALL), When.on(MARCH_6));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.empty()), When.on(MARCH_6));
    suspended(MARCH_6.plusDays(10), MARCH_6.plusDays(20));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()), When.on(MARCH_6.plusDays(25)));
    ledger.given(CompleteWork.of(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty()),
        When.on(MARCH_6.plusDays(30)));

    assertThat(spansFrom(1)).containsExactly("ACCEPTED 10 from 2024-03-06", "SUSPENDED 10 from 2024-03-16",
        "ACCEPTED 5 from 2024-03-26", "ASSIGNED 5 from 2024-03-31");
  }

  @Test
  void the_history_of_a_case_tells_of_its_duplicates() {
    ledger.given(report(WALL));
    ledger.given(report(RAILING));
    ledger.given(new MarkDuplicate(RAILING, WALL));

    CaseTimeline timeline = history();

    assertThat(timeline.recorded()).extracting(it -> (Object) it.event().getClass())
        .containsExactly(CaseReported.class, CaseMarkedDuplicate.class);
    assertThat(timeline.progress().stage()).isEqualTo(Stage.REPORTED);
  }

  @Test
  void a_history_can_be_read_in_english() {
    wrongSurvey();

    assertThat(history().render(ENGLISH)).containsExactly(
        "Case wall, now accepted, events: 3",
        "#5 On 3 August 2024, person clerk (clerk, for organisation kaiyuan) reported hazard wall at place yunqiyuan,"
            + " of the category wall, severity low, found on patrol. [stage reported; recorded 5 August 2024, 2 days late]",
        "#6 On 5 August 2024, person clerk (clerk, for organisation kaiyuan) accepted case wall with organisation kaiyuan"
            + " as its owner, without a due date. [stage accepted; recorded 5 August 2024; inferred]",
        "#7 On 5 August 2024, person clerk (clerk, for organisation kaiyuan) recorded a survey of case wall."
            + " [struck out; recorded 5 August 2024]",
        "   Struck out by #9: On 5 August 2024, person clerk (clerk, for organisation kaiyuan) took back event c5.0 with"
            + " approval a0, found under case:wall.",
        "Stage reported: 2 days, entered on 3 August 2024, left on 5 August 2024");
  }

  @Test
  void a_history_can_be_read_in_chinese() {
    wrongSurvey();

    assertThat(history().render(CHINESE)).containsExactly(
        "事项wall，现状：立案，事件数：3",
        "#5 2024年8月3日，人员clerk（clerk，代表组织kaiyuan）上报隐患wall，地点yunqiyuan，类别wall，严重程度低，巡查发现。"
            + " 【阶段：上报；2024年8月5日记录，补录迟2天】",
        "#6 2024年8月5日，人员clerk（clerk，代表组织kaiyuan）对事项wall立案，责任单位为组织kaiyuan，无办理期限。"
            + " 【阶段：立案；2024年8月5日记录；推断】",
        "#7 2024年8月5日，人员clerk（clerk，代表组织kaiyuan）记录对事项wall的勘查。 【已撤销；2024年8月5日记录】",
        "   由#9撤销：2024年8月5日，人员clerk（clerk，代表组织kaiyuan）撤销事件c5.0，凭批准a0，原标签case:wall。",
        "阶段上报：2天，进入：2024年8月3日，离开：2024年8月5日");
  }

  /** The wall up to its acceptance, which is inferred, and a survey taken back. */
  private void wrongSurvey() {
    ledger.given(report(WALL), When.on(TODAY.minusDays(2)));
    Source concluded = new Source(Source.Kind.PRESS, "page", Optional.empty(), Optional.empty(), false, true);
    ledger.ledger().record(new AcceptCase(WALL, OFFICE, Optional.empty()),
        Header.of(new CommandId("inferred"), WallLedger.CLERK, When.on(TODAY), concluded));
    EventId surveyed = ledger.given(RecordSurvey.of(WALL));
    assertThat(ledger.retracted(surveyed)).isPresent();
  }

  @Test
  void reported_with_another_kind_it_is_a_history_all_the_same() {
    ledger.given(ReportCase.of(WALL, CaseKind.APPEAL, "rights", ESTATE,
        Severity.UNRATED, Channel.MEETING));

    assertThat(history().report()).map(CaseReported::kind).contains(CaseKind.APPEAL);
  }

  private void startedOn(LocalDate day) {
    ledger.given(report(WALL), When.on(day));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.empty()), When.on(day));
    ledger.given(new AssignCase(WALL, GUODONG, "repair", Optional.empty()), When.on(day));
    ledger.given(new StartWork(WALL), When.on(day));
  }

  private void suspended(LocalDate on, LocalDate until) {
    ledger.given(new SuspendCase(WALL, until, ledger.approved("cases.SuspendCase", WALL)), When.on(on));
  }

  private List<String> spansFrom(int first) {
    return history().stageSpans().stream().skip(first)
        .map(it -> it.stage() + " " + it.days().least() + " from " + it.from().earliest().orElseThrow()).toList();
  }

  private EventId survey(When occurred) {
    return ledger.given(RecordSurvey.of(WALL), occurred);
  }

  private CaseTimeline history() {
    return ledger.replay().row(new HazardFixHistory(), WALL).orElseThrow();
  }
}
