package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.communityledger.kernel.EventId;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.HonourEvent;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;

/** What happened to appointments, bonds and honours, in Chinese. */
final class RolesInChinese {
  private final ChineseWords words;

  RolesInChinese(ChineseWords words) {
    this.words = words;
  }

  String said(AppointmentEvent event) {
    return switch (event) {
      case Appointed it -> "记录任职" + it.appointment() + "：组织" + it.by() + "任命"
          + it.person().map(words::party).orElse("未写明姓名者") + "担任" + it.at() + "的" + it.role() + "，所属组织"
          + it.org() + words.given("，地点", it.place()) + "，任期自" + words.when(it.from())
          + it.until().map(until -> "至" + words.when(until)).orElse("起，未定期限") + after(it.after());
      case AppointmentEnded it -> "结束任职" + it.appointment() + "（由事件" + it.appointed() + "任命）："
          + it.person().map(words::party).orElse("未写明姓名者") + "不再担任" + it.at() + "的" + it.role() + "，所属组织"
          + it.org();
    };
  }

  private static String after(List<EventId> ends) {
    return ends.isEmpty() ? "" : "，接替事件" + ends.stream().map(EventId::value).collect(joining("、")) + "所离之职";
  }

  String said(BondEvent event) {
    return switch (event) {
      case BondFormed it -> "建立结对" + pair(it) + "，由组织" + it.arrangedBy() + "牵线" + words.given("，地点", it.place())
          + words.given("，同意依据事件", it.consent()) + words.given("，前次结对已由事件", it.after())
          + words.ifThere("结束", it.after());
      case BondContactLogged it -> "记录结对" + pair(it) + "的一次联系，方式" + it.how()
          + words.ifThere("，附加密记录", it.note());
      case BondEnded it -> "结束结对" + pair(it) + "，原由事件" + it.formed() + "建立";
    };
  }

  private String pair(BondEvent bond) {
    return bond.bond() + "（类型" + bond.kind() + "，" + words.party(bond.sponsor()) + "帮扶"
        + words.party(bond.supported()) + "）";
  }

  String said(HonourEvent event) {
    return switch (event) {
      case HonourGranted it -> "记录荣誉" + it.honour() + "：" + words.party(it.by()) + "授予" + words.party(it.to())
          + "称号" + words.quote(it.title()) + "，形式" + it.form() + words.given("，地点", it.place())
          + words.given("，此前该称号已由事件", it.after()) + words.ifThere("撤销", it.after());
      case HonourRevoked it -> "撤销" + words.party(it.to()) + "的荣誉" + it.honour() + "，称号" + words.quote(it.title())
          + "，原由事件" + it.granted() + "授予";
    };
  }
}
