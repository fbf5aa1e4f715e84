package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.Eligibility;
import org.communityledger.aid.Limit;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.ProgrammeId;

/** What happened to programmes, rounds and consents, in Chinese. */
record ProgrammesInChinese(ChineseWords words) {
  String said(ProgrammeEvent event) {
    return switch (event) {
      case ProgrammeOpened it ->
        "开设项目" + it.programme() + words.quote(it.name()) + "，类型" + words.kind(it.kind()) + "，主办单位"
            + words.parties(List.copyOf(it.sponsors())) + "，自" + words.when(it.from()) + "起"
            + it.to().map(to -> "，至" + words.when(to) + "止").orElse("") + "，按" + it.unit().chinese() + "发放，"
            + terms(it.terms());
      case TermsChanged it -> "将项目" + it.programme() + "的条件改为第" + it.version() + "版：" + terms(it.terms())
          + (it.released().isEmpty() ? "" : "，不再排斥" + listed(it.released()));
      case ProgrammeClosed it -> "结束项目" + it.programme();
      case RoundOpened it -> "开始项目" + it.programme() + "的批次" + it.round() + words.quote(it.label()) + "，自"
          + words.when(it.from()) + "起" + it.to().map(to -> "，至" + words.when(to) + "止").orElse("") + "，适用第"
          + it.termsVersion() + "版条件（由事件" + it.terms() + "确定）";
      case RoundClosed it -> "结束项目" + it.programme() + "的批次" + it.round();
      case ConsentGiven it -> "记录" + words.party(it.party()) + "同意" + matter(it.matter())
          + it.kind().map(kind -> "（" + words.kind(kind) + "）").orElse("") + "，用途"
          + String.join("、", it.purposes()) + words.given("，由监护人人员", it.guardian())
          + words.ifThere("代为同意", it.guardian()) + words.ifThere("，所代表的人员已加密", it.person());
      case ConsentWithdrawn it -> "记录" + words.party(it.party()) + "撤回对" + matter(it.matter()) + "的同意（由事件"
          + it.consent() + "作出）";
    };
  }

  private static String matter(ConsentMatter matter) {
    return matter.programme().map(it -> "项目" + it)
        .orElseGet(() -> "结对类型" + matter.bondKind().orElseThrow());
  }

  private String terms(Terms terms) {
    List<String> said = new ArrayList<>();
    said.add(terms.limit().map(ProgrammesInChinese::limit).orElse("不限次数"));
    terms.quota().ifPresent(it -> said.add("名额" + it));
    if (terms.requiresEntitlement()) {
      said.add("须凭应发记录");
    }
    if (terms.crowdAllowed()) {
      said.add("可发给未具名的人群");
    }
    if (!terms.excludes().isEmpty()) {
      said.add("排斥" + listed(terms.excludes()));
    }
    terms.eligibility().ifPresent(it -> said.add("对象为" + those(it)));
    terms.target().ifPresent(it -> said.add("目标" + words.amount(it.amount()) + "（" + it.means() + "）"));
    if (terms.consent()) {
      said.add("须经同意");
    }
    return String.join("，", said);
  }

  private static String limit(Limit limit) {
    String per = switch (limit.per()) {
      case PROGRAMME -> "整个项目";
      case ROUND -> "每批次";
      case DAY -> "每日";
      case SERVICE -> "每类";
    };
    return per + "至多" + limit.max() + "次" + limit.minInterval().map(it -> "，间隔" + it + "天").orElse("");
  }

  private static String those(Eligibility those) {
    String described = those.descriptors().isEmpty() ? "任何人" : String.join("、", those.descriptors());
    return described + those.over18().map(it -> it ? "（年满18周岁）" : "（未满18周岁）").orElse("");
  }

  private static String listed(List<ProgrammeId> programmes) {
    return "项目" + programmes.stream().map(ProgrammeId::value).collect(joining("、"));
  }
}
