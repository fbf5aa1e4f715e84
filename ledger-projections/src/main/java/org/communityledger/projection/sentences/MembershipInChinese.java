package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.membership.Evidence;
import org.communityledger.membership.LadderStage;
import org.communityledger.membership.MembershipEvent;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.LadderDefined;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.Stay;

/** What is said of ladders, branches and standings in Chinese. */
final class MembershipInChinese {
  private final ChineseWords words;

  MembershipInChinese(ChineseWords words) {
    this.words = words;
  }

  String said(MembershipEvent event) {
    return switch (event) {
      case LadderDefined it -> "制定发展阶段序列" + it.ladder() + "第" + it.version() + "版："
          + it.stages().stream().map(this::stage).collect(joining("；"));
      case BranchFounded it -> "设立支部" + it.org() + "，名称" + words.quote(it.name()) + words.given("，隶属组织", it.parent())
          + words.given("，依托阵地", it.restsOn()) + words.given("，所在地点", it.place()) + "，发起人：" + persons(it.founders())
          + "，其中至少" + it.needed() + "名处于发展阶段序列" + it.ladder() + "的最后阶段（依据事件" + events(it.holding()) + "）"
          + approved(it.approval());
      case BranchDissolved it -> "撤销支部" + it.org() + words.given("，原依托阵地", it.restsOn()) + "，原由事件" + it.founding()
          + "设立，发起人：" + persons(it.founders());
      case ApplicationSubmitted it ->
        "登记人员" + it.person() + "的加密申请，" + where(it) + "，自阶段" + it.stage() + "开始" + least(it.minStay())
            + words.given("，所在地点", it.place()) + version(it.ladderVersion(), it.definition());
      case StandingAdopted it -> "接转人员" + it.person() + "，" + where(it) + "，处于阶段" + it.stage() + "，起始："
          + words.when(it.since()) + least(it.minStay()) + words.given("，所在地点", it.place()) + evidence(it.evidence())
          + version(it.ladderVersion(), it.definition());
      case TalkHeld it -> "记录" + words.party(it.by()) + "与人员" + it.person() + "谈话，" + where(it)
          + words.ifThere("，附加密记录", it.notes());
      case StageReached it ->
        "将人员" + it.person() + "由阶段" + it.from() + "转入阶段" + it.to() + least(it.minStay()) + "，" + where(it) + "，由"
            + words.parties(it.deciders()) + "决定" + evidence(it.evidence())
            + (it.stayProven() ? "，前一阶段时限已满" : "，依日期尚不能证明前一阶段时限已满") + "，接续事件" + it.reached()
            + words.given("，依据谈话", it.talk()) + version(it.ladderVersion(), it.definition());
      case ApplicationRejected it -> "未批准人员" + it.person() + "的申请，" + where(it);
      case StandingWithdrawn it -> "记录人员" + it.person() + "撤回成员身份，" + where(it);
      case StandingEnded it -> "终止人员" + it.person() + "的成员身份，" + where(it);
    };
  }

  private static String where(OfStanding event) {
    return "成员身份" + event.standing() + "，发展阶段序列" + event.ladder() + "，组织" + event.org();
  }

  private static String version(int number, EventId definition) {
    return "，适用序列第" + number + "版（事件" + definition + "）";
  }

  private String stage(LadderStage stage) {
    return "阶段" + stage.code() + stage.minAge().map(it -> "，须满" + it + "周岁").orElse("")
        + least(stage.minStay())
        + (stage.needs().isEmpty() ? "" : "，须附" + String.join("、", stage.needs())) + "，由" + stage.decidedBy() + "决定";
  }

  private static String least(Optional<Stay> stay) {
    return stay.map(it -> "，至少" + stay(it)).orElse("");
  }

  private static String stay(Stay stay) {
    String parts = Stream.of(part(stay.years(), "年"), part(stay.months(), "个月"), part(stay.days(), "天"))
        .flatMap(Optional::stream).collect(joining());
    return parts.isEmpty() ? "0天" : parts;
  }

  private static Optional<String> part(int number, String unit) {
    return number == 0 ? Optional.empty() : Optional.of(number + unit);
  }

  private String evidence(List<Evidence> evidence) {
    return evidence.isEmpty()
        ? "，未附证明材料"
        : "，证明材料：" + evidence.stream().map(it -> it.kind() + words.ifThere("（已加密）", it.document()))
            .collect(joining("、"));
  }

  private static String approved(Optional<ApprovalId> approval) {
    return approval.map(it -> "，凭批准" + it).orElse("，无批准");
  }

  private static String persons(List<PersonId> persons) {
    return persons.stream().map(it -> "人员" + it).collect(joining("、"));
  }

  private static String events(List<EventId> events) {
    return events.stream().map(EventId::toString).collect(joining("、"));
  }
}
