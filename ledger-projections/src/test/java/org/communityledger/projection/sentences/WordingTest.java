package org.communityledger.projection.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.sentences.Language.CHINESE;
import static org.communityledger.projection.sentences.Language.ENGLISH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.activities.ActivityKind;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.Condition;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 2);
  private static final Sentences IN_ENGLISH = Sentences.in(ENGLISH);
  private static final Sentences IN_CHINESE = Sentences.in(CHINESE);

  @Test
  void a_report_of_the_leaning_wall_reads_as_the_page_tells_it() {
    Event event = new CaseReported(new CaseId("wall"), CaseKind.HAZARD, "leaning-wall", new PlaceId("yunqiyuan"),
        Optional.of(Tally.atLeast(400, Unit.METRE).asStated("400多米")), Severity.HIGH, Optional.empty(),
        Optional.empty(), Channel.PATROL, Optional.empty(),
        Optional.empty());

    assertThat(IN_ENGLISH.of(recorded(event, When.notAfter(DAY).asStated("近日")))).isEqualTo(
        "Not after 2 August 2024 (\"近日\"), person liu (grid worker, for organisation kaiyuan) reported hazard wall at"
            + " place yunqiyuan, of the category leaning-wall, extent at least 400 metres (\"400多米\"), severity high,"
            + " found on patrol.");
    assertThat(IN_CHINESE.of(recorded(event, When.notAfter(DAY).asStated("近日")))).isEqualTo(
        "不晚于2024年8月2日（“近日”），人员liu（grid worker，代表组织kaiyuan）上报隐患wall，地点yunqiyuan，类别leaning-wall，"
            + "范围至少400米（“400多米”），严重程度高，巡查发现。");
  }

  @Test
  void the_work_is_named_with_its_doer_and_the_effort_as_stated() {
    Event event = new WorkCompleted(new CaseId("wall"), new OrgId("guodong"), Optional.empty(), Extent.WHOLE,
        Optional.of(Tally.atLeast(3, Unit.DAY).asStated("demolition only")), Optional.empty(),
        new EventId(new CommandId("c4"), 0));

    assertThat(IN_ENGLISH.of(recorded(event, When.unknown()))).isEqualTo(
        "On an unknown date, person liu (grid worker, for organisation kaiyuan) recorded that organisation guodong"
            + " completed work on case wall, covering the whole of the matter, effort at least 3 days (\"demolition"
            + " only\"), under the assignment of event c4.0.");
    assertThat(IN_CHINESE.of(recorded(event, When.unknown()))).isEqualTo(
        "日期不详，人员liu（grid worker，代表组织kaiyuan）记录组织guodong完成事项wall的处置，涉及全部，"
            + "用工至少3天（“demolition only”），依据派遣事件c4.0。");
  }

  @Test
  void of_what_is_sealed_is_told_that_it_is_there() {
    Event told = new CaseReported(new CaseId("wall"), CaseKind.HAZARD, "leaning-wall", new PlaceId("yunqiyuan"),
        Optional.empty(), Severity.HIGH, sealed(), Optional.empty(), Channel.PATROL, sealed(), Optional.empty());
    Event person = new PersonRegistered(new PersonId("rider-05"), sealed(), Optional.of(true), Optional.empty());
    Event returned = new AssignmentReturned(new CaseId("wall"), new EventId(new CommandId("c4"), 0));

    says(told, "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) reported hazard wall at place"
        + " yunqiyuan, of the category leaning-wall, severity high, found on patrol, with a sealed narrative, with"
        + " sealed photos.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）上报隐患wall，地点yunqiyuan，类别leaning-wall，严重程度高，"
            + "巡查发现，附加密叙述，附加密照片。");
    says(person, "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) registered person rider-05,"
        + " of 18 years or more, with a sealed identity.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）登记人员rider-05，已满18周岁，附加密身份信息。");
    says(because(recorded(returned, When.on(DAY))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) returned case wall from the assignment"
            + " of event c4.0, giving a sealed reason.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）退回事项wall，所退派遣为事件c4.0，理由已加密。");
  }

  @Test
  void what_is_remarked_names_the_events_and_the_rule() {
    Tag wall = new CaseId("wall").tag();
    EventId event = EventId.parse("c3.0");

    says(new LateConflict(wall, event, EventId.parse("c9.0"), "WrongStage"),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) brought event c3.0 about case:wall into"
            + " conflict with the rule WrongStage by the late event c9.0.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）因补录事件c9.0，使涉及case:wall的事件c3.0与规则WrongStage冲突。");
    says(new RuleBroken(wall, event, List.of("TooSoon", "RoundClosed"), Optional.of(new ApprovalId("a7"))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded event c3.0 about case:wall although"
            + " it breaks the rules TooSoon, RoundClosed with approval a7.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）据实记录了涉及case:wall的事件c3.0，虽违反规则TooSoon、RoundClosed，凭批准a7。");
  }

  @Test
  void what_is_irregular_says_so_at_the_end() {
    InterimMeasureTaken fact = new InterimMeasureTaken(new CaseId("wall"), "fence");

    says(irregular(recorded(fact, When.on(DAY))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) took an interim measure on case wall:"
            + " \"fence\", irregular for a sealed reason with approval a7.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）对事项wall采取临时措施：“fence”，虽不合规定仍据实记录，缘由已加密，凭批准a7。");
  }

  private static RecordedEvent irregular(RecordedEvent recorded) {
    Irregular why = new Irregular(new Sealed.Stored<>("k-1", "A".repeat(43)), new ApprovalId("a7"));
    return new RecordedEvent(recorded.position(), recorded.id(), recorded.recordedAt(),
        recorded.header().irregular(why), recorded.corrects(), recorded.tags(), recorded.event());
  }

  @Test
  void forgetting_and_holding_are_told_with_their_ground() {
    Tag rider = new PersonId("rider-05").tag();
    Optional<ApprovalId> approval = Optional.of(new ApprovalId("a7"));

    says(new ErasureRequested(rider, "request", approval),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) asked for the erasure of"
            + " person:rider-05 on the ground \"request\" with approval a7.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）申请删除person:rider-05的个人信息，依据“request”，凭批准a7。");
    says(new SubjectErased(rider, new EventId(new CommandId("c4"), 0), 1),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) erased person:rider-05 as asked for by"
            + " event c4.0, destroying 1 personal value.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）已删除person:rider-05的个人信息，依据申请事件c4.0，销毁1项内容。");
    says(new HoldPlaced(new HoldId("court-1"), rider, "court-order"),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) placed legal hold court-1 on"
            + " person:rider-05 on the ground \"court-order\".",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）对person:rider-05设立法律保全court-1，依据“court-order”。");
    says(new HoldLifted(new HoldId("court-1"), rider, approval),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) lifted legal hold court-1 on"
            + " person:rider-05 with approval a7.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）解除对person:rider-05的法律保全court-1，凭批准a7。");
  }

  @Test
  void an_activity_is_told_from_its_plan_to_what_was_counted() {
    ActivityId contest = new ActivityId("speech-contest");
    EventId held = new EventId(new CommandId("c4"), 0);

    says(new ActivityPlanned(contest, ActivityKind.CONTEST, "演讲比赛", Optional.of(5), List.of(new OrgId("union")),
        List.of(new OrgId("court")), true, Optional.of(new PlaceId("centre")), List.of("workers", "students"),
        Optional.of(When.on(DAY)), Optional.of(new ActivityId("festival"))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) planned activity speech-contest, edition 5"
            + " of \"演讲比赛\", of the kind contest, hosted by organisation union with organisation court, among others,"
            + " at place centre, in the groups workers, students, to be held on 2 August 2024, as part of activity"
            + " festival.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）计划比赛speech-contest，名称“演讲比赛”，第5届，主办方组织union，协办方组织court等，"
            + "地点centre，组别workers、students，拟于2024年8月2日举办，属于活动festival。");
    says(new ActivityHeld(contest, Optional.of(Tally.exact(2, Unit.SESSION))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded that activity speech-contest was"
            + " held, in 2 sessions.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）记录活动speech-contest已举办，共2场。");
    says(new ParticipantCheckedIn(contest, new PersonId("rider-05"), ParticipantRole.CONTESTANT, Optional.of("workers"),
        held),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) checked in person rider-05 to activity"
            + " speech-contest, which was held by event c4.0, as contestant, in group workers.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）为人员rider-05签到活动speech-contest，身份为参赛者，组别workers，"
            + "举办依据事件c4.0。");
    says(new TallyRecorded(contest, "MATERIALS", Optional.of("leaflet"), Tally.atLeast(200, Unit.COPY), true, held),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded at least 200 copies as MATERIALS"
            + " of leaflet at activity speech-contest, which was held by event c4.0, among others.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）记录活动speech-contest的MATERIALS，项目leaflet，数量至少200份，项目未列全，"
            + "举办依据事件c4.0。");
    says(new TopicCovered(contest, "self-defence", Optional.empty(), Optional.of(Tally.exact(3, Unit.PIECE)), false,
        held),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded that activity speech-contest,"
            + " which was held by event c4.0, covered \"self-defence\", by examples: 3 pieces.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）记录活动speech-contest的内容“self-defence”，举例3个，举办依据事件c4.0。");
    says(new CaseHeard(new CaseId("wall"), new ActivityId("joint-meeting"), sealed(), held),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded that case wall was heard at"
            + " activity joint-meeting, which was held by event c4.0, with a sealed resolution.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）记录事项wall已在活动joint-meeting中研究，举办依据事件c4.0，附加密处理意见。");
  }

  @Test
  void a_site_is_told_with_its_host_and_what_it_covers_an_asset_with_its_quantity() {
    EventId declared = new EventId(new CommandId("c4"), 0);
    FrameId shops = new FrameId("shops");

    says(new SiteOpened(new SiteId("corner-1"), "CARING_CORNER", Optional.empty(), new PlaceId("street"),
        new OrgId("union"), Optional.of(new OrgId("shop-1")),
        Optional.of(new CoveredUnit(shops, Optional.of(new UnitId("unit-1")), 2, declared)), Optional.empty()),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) opened site corner-1 of the kind"
            + " CARING_CORNER at place street, run by organisation union, hosted by organisation shop-1, covering unit"
            + " unit-1 of frame shops in its version 2 by event c4.0.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）开设阵地corner-1，类型CARING_CORNER，地点street，由组织union运营，"
            + "设于组织shop-1，覆盖底数shops第2版（事件c4.0）的单元unit-1。");
    says(new FrameDeclared(shops, "shops of the street", new PlaceId("street"), Tally.exact(107, Unit.SHOP), List.of(),
        DAY),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) declared frame shops, \"shops of the"
            + " street\" at place street: 107 shops as of 2 August 2024, without a list.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）公布底数shops，对象为“shops of the street”，地点street：107家，"
            + "截至2024年8月2日，未列名单。");
    says(new AssetInstalled(new AssetId("piles"), "CHARGING_PILE", new PlaceId("street"), Optional.empty(),
        Optional.empty(), Tally.atLeast(1, Unit.PIECE), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty()),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) recorded the installation of asset piles"
            + " of the kind CHARGING_PILE, at least 1 piece, at place street.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）记录安装设施piles，类型CHARGING_PILE，至少1个，地点street。");
    says(new AssetInspected(new AssetId("piles"), Condition.UNSAFE, Optional.of(new CaseId("wall"))),
        "On 2 August 2024, person liu (grid worker, for organisation kaiyuan) inspected asset piles and found it"
            + " unsafe, which led to case wall.",
        "2024年8月2日，人员liu（grid worker，代表组织kaiyuan）检查设施piles，结果：不安全，由此上报事项wall。");
  }

  @Test
  void a_date_is_told_no_more_exactly_than_it_was_stated() {
    says(When.on(DAY), "on 2 August 2024", "2024年8月2日");
    says(When.on(DAY).asStated("8月2日").inferring(When.Part.YEAR), "on 2 August 2024 (\"8月2日\"; year inferred)",
        "2024年8月2日（“8月2日”；年份系推断）");
    says(When.notAfter(DAY), "not after 2 August 2024", "不晚于2024年8月2日");
    says(new When(Optional.of(DAY), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()),
        "not before 2 August 2024", "不早于2024年8月2日");
    says(When.during(LocalDate.of(2023, 1, 1), DAY), "between 1 January 2023 and 2 August 2024",
        "2023年1月1日至2024年8月2日之间");
    says(When.inYear(2023), "in 2023", "2023年");
    says(When.during(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)), "in February 2024", "2024年2月");
    says(When.unknown().asStated("去年以来"), "on an unknown date (\"去年以来\")", "日期不详（“去年以来”）");
    says(When.at(Instant.parse("2024-08-02T01:15:00Z")), "at 2024-08-02T01:15:00Z", "2024-08-02T01:15:00Z");
    says(When.at(Instant.parse("2024-08-02T17:15:00Z")).inZone(ZoneId.of("Asia/Shanghai")),
        "on 3 August 2024 (2024-08-02T17:15:00Z)", "2024年8月3日（2024-08-02T17:15:00Z）");
  }

  @Test
  void a_quantity_is_told_no_more_exactly_than_it_was_stated() {
    says(Tally.exact(1, Unit.PERSON), "1 person", "1人");
    says(Tally.exact(2, Unit.COPY), "2 copies", "2份");
    says(Tally.atLeast(400, Unit.METRE).asStated("400多米"), "at least 400 metres (\"400多米\")", "至少400米（“400多米”）");
    says(Tally.atMost(5, Unit.DAY), "at most 5 days", "至多5天");
    says(Tally.between(3, 5, Unit.PERSON_TIME), "between 3 and 5 person-times", "3至5人次");
    says(Tally.about(40, Unit.HOUSEHOLD), "about 40 households", "约40户");
    says(Tally.unknown(Unit.PERSON), "an unknown number of persons", "若干人（数量不详）");
  }

  @Test
  void a_span_is_told_as_the_interval_it_is() {
    says(new Span(1, Optional.of(1L)), "1 day", "1天");
    says(new Span(2, Optional.of(5L)), "between 2 and 5 days", "2至5天");
    says(new Span(0, Optional.of(5L)), "at most 5 days", "至多5天");
    says(new Span(3, Optional.empty()), "at least 3 days", "至少3天");
    says(new Span(0, Optional.empty()), "an unknown number of days", "天数不详");
  }

  private static void says(Event event, String english, String chinese) {
    says(recorded(event, When.on(DAY)), english, chinese);
  }

  private static void says(RecordedEvent recorded, String english, String chinese) {
    assertThat(IN_ENGLISH.of(recorded)).isEqualTo(english);
    assertThat(IN_CHINESE.of(recorded)).isEqualTo(chinese);
  }

  private static <T> Optional<Sealed<T>> sealed() {
    return Optional.of(new Sealed.Stored<>("k-1", "A".repeat(43)));
  }

  private static RecordedEvent because(RecordedEvent recorded) {
    return new RecordedEvent(recorded.position(), recorded.id(), recorded.recordedAt(),
        recorded.header().because(new Sealed.Stored<>("k-1", "A".repeat(43))), recorded.corrects(), recorded.tags(),
        recorded.event());
  }

  private static void says(When when, String english, String chinese) {
    assertThat(IN_ENGLISH.when(when)).isEqualTo(english);
    assertThat(IN_CHINESE.when(when)).isEqualTo(chinese);
  }

  private static void says(Tally tally, String english, String chinese) {
    assertThat(IN_ENGLISH.amount(tally)).isEqualTo(english);
    assertThat(IN_CHINESE.amount(tally)).isEqualTo(chinese);
  }

  private static void says(Span span, String english, String chinese) {
    assertThat(IN_ENGLISH.days(span)).isEqualTo(english);
    assertThat(IN_CHINESE.days(span)).isEqualTo(chinese);
  }

  private static RecordedEvent recorded(Event event, When occurred) {
    Header header = Header.of(new CommandId("c1"),
        Actor.of(new PersonId("liu"), "grid worker").onBehalfOf(new OrgId("kaiyuan")), occurred,
        Source.of(Source.Kind.PRESS, "page"));
    return new RecordedEvent(7, new EventId(new CommandId("c1"), 0), Instant.EPOCH, header, Optional.empty(), Set.of(),
        event);
  }
}
