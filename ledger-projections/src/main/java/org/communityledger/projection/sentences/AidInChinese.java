package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.Acknowledgement;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.QuotaCount;
import org.communityledger.aid.StockMove;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tag;

/** What was granted, given, undone and found, in Chinese. */
record AidInChinese(ChineseWords words) {
  String said(AidEvent event) {
    return switch (event) {
      case EntitlementGranted it -> "核定" + words.party(it.party()) + of(it.members()) + in(it.programme(), it.round())
          + "的应发记录" + it.entitlement() + "：" + lines(it.lines()) + on(it.termsVersion(), it.ground())
          + it.until().map(day -> "，有效期至" + words.day(day)).orElse("") + quota(it.quota())
          + words.ifThere("，依据已加密", it.basis());
      case EntitlementRevoked it -> "撤销" + words.party(it.party()) + of(it.members()) + in(it.programme(), it.round())
          + "的应发记录" + it.entitlement() + "（由事件" + it.granting() + "核定）：" + lines(it.lines()) + quota(it.quota());
      case Delivered it -> "记录" + words.party(it.by()) + in(it.programme(), it.round()) + "向" + words.party(it.party())
          + of(it.members()) + "发放" + lines(it.lines()) + "，项目类型" + words.kind(it.kind()) + "，发放" + it.delivery()
          + it.day().map(day -> "，当日为" + words.day(day)).orElse("") + words.given("，阵地", it.at())
          + words.given("，活动", it.activity()) + words.given("，履行应发记录", it.entitlement()) + "，" + proof(it.proof())
          + on(it.termsVersion(), it.ground()) + words.given("，依据同意事件", it.consent()) + quota(it.quota())
          + moves(it.moves());
      case DeliveredToCrowd it -> "记录" + words.party(it.by()) + in(it.programme(), it.round()) + "向未具名的"
          + words.amount(it.people()) + "发放" + lines(it.lines()) + (it.linesOpen() ? "等" : "") + "，发放" + it.delivery()
          + words.given("，阵地", it.at()) + words.given("，活动", it.activity()) + on(it.termsVersion(), it.ground())
          + quota(it.quota()) + moves(it.moves());
      case DeliveryReversed it ->
        "冲正" + in(it.programme(), it.round()) + "向" + it.party().map(words::party).orElse("未具名人群")
            + "的发放" + it.delivery() + "（由事件" + it.made() + "作出）：" + lines(it.lines()) + words.given("，阵地", it.at())
            + "，退回" + lots(it.returned())
            + "，未退回" + lots(it.notReturned()) + words.given("，凭批准", it.approval()) + quota(it.quota())
            + moves(it.moves())
            + (it.carried().isEmpty()
                ? ""
                : "，可由" + it.carried().stream().map(Tag::toString).collect(joining("、")) + "查得");
      case FindingRecorded it ->
        "记录" + words.party(it.party()) + "在项目" + it.programme() + "的筛查" + it.delivery() + "（事件" + it.examination()
            + "）中的结果，结果已加密，" + (it.followUp() ? "须随访" : "无须随访");
      case FollowUpClosed it ->
        "完成" + words.party(it.party()) + "在项目" + it.programme() + "的筛查" + it.delivery() + "的随访，其结果为事件" + it.finding();
    };
  }

  private String of(List<PersonId> members) {
    return members.isEmpty() ? "" : "（成员" + members.stream().map(words::party).collect(joining("、")) + "）";
  }

  private String lines(List<AidLine> lines) {
    return lines.isEmpty()
        ? "未写明的物品"
        : lines.stream().map(it -> it.item() + words.amount(it.quantity()) + words.given("（出自物资批次", it.lot())
            + words.ifThere("）", it.lot())).collect(joining("、"));
  }

  private String in(ProgrammeId programme, Optional<RoundId> round) {
    return "在项目" + programme + words.given("批次", round) + "中";
  }

  private static String on(int version, EventId ground) {
    return "，适用第" + version + "版条件（事件" + ground + "）";
  }

  private static String quota(Optional<QuotaCount> quota) {
    return quota.map(it -> "，名额变动" + it.change() + "，累计" + it.total()).orElse("");
  }

  private static String moves(List<StockMove> moves) {
    return moves.isEmpty()
        ? ""
        : "，阵地库存变动：" + moves.stream().map(it -> "阵地" + it.site() + "的物资批次" + it.lot() + "变动" + it.change()
            + "，结存" + it.balance()).collect(joining("；"));
  }

  private static String lots(List<LotQuantity> lots) {
    return lots.isEmpty()
        ? "无"
        : lots.stream().map(it -> "物资批次" + it.lot() + "共" + it.quantity()).collect(joining("、"));
  }

  private static String proof(Acknowledgement proof) {
    return switch (proof) {
      case SIGNATURE -> "已签收";
      case FINGERPRINT -> "已按指印";
      case CARD -> "已刷卡";
      case PHOTO -> "有照片";
      case WITNESS -> "有见证人";
      case NONE -> "无签收";
    };
  }
}
