package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.places.Condition;
import org.communityledger.records.Claim;

/** Dates, quantities, parties and code words in Chinese. */
final class ChineseWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.ROOT);

  String actor(Actor actor) {
    return party(actor.who()) + "（" + actor.role() + given("，代表组织", actor.onBehalfOf()) + "）";
  }

  String party(Party party) {
    return switch (party) {
      case PersonId person -> "人员" + person;
      case HouseholdId household -> "家庭" + household;
      case OrgId org -> "组织" + org;
    };
  }

  String parties(List<Party> parties) {
    return parties.isEmpty() ? "未写明" : parties.stream().map(this::party).collect(joining("、"));
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  String when(When when) {
    List<String> remarks = new ArrayList<>();
    when.asStated().ifPresent(it -> remarks.add(quote(it)));
    when.inferred().forEach(it -> remarks.add(part(it) + "系推断"));
    boolean dayKnown = when.earliest().isPresent() || when.latest().isPresent();
    when.instant().filter(it -> dayKnown).ifPresent(it -> remarks.add(0, it.toString()));
    String date = dayKnown ? interval(when) : when.instant().map(Object::toString).orElse("日期不详");
    return remarks.isEmpty() ? date : date + "（" + String.join("；", remarks) + "）";
  }

  private String interval(When when) {
    if (when.earliest().isEmpty()) {
      return "不晚于" + day(when.latest().orElseThrow());
    }
    LocalDate earliest = when.earliest().get();
    if (when.latest().isEmpty()) {
      return "不早于" + day(earliest);
    }
    LocalDate latest = when.latest().get();
    if (earliest.equals(latest)) {
      return day(earliest);
    }
    if (earliest.getDayOfYear() == 1 && latest.equals(earliest.plusYears(1).minusDays(1))) {
      return earliest.getYear() + "年";
    }
    if (earliest.getDayOfMonth() == 1 && latest.equals(earliest.plusMonths(1).minusDays(1))) {
      return MONTH.format(earliest);
    }
    return day(earliest) + "至" + day(latest) + "之间";
  }

  private static String part(When.Part part) {
    return switch (part) {
      case YEAR -> "年份";
      case MONTH -> "月份";
      case DAY -> "日";
      case TIME -> "时间";
    };
  }

  String amount(Tally tally) {
    String wording = tally.asStated().map(it -> "（" + quote(it) + "）").orElse("");
    return (tally.approximate() ? "约" : "") + bounds(tally) + wording;
  }

  private static String bounds(Tally tally) {
    String unit = tally.unit().chinese();
    long lower = tally.lower();
    if (tally.upper().isEmpty()) {
      return lower == 0 ? "若干" + unit + "（数量不详）" : "至少" + lower + unit;
    }
    long upper = tally.upper().get();
    if (lower == upper) {
      return lower + unit;
    }
    return lower == 0 ? "至多" + upper + unit : lower + "至" + upper + unit;
  }

  String claim(Claim claim) {
    return claim.amount().map(this::amount)
        .or(() -> claim.ratio().map(it -> amount(it.whole()) + "（" + it.wholeMeans() + "）中的" + amount(it.part())))
        .or(() -> claim.statement().map(this::quote)).orElseThrow();
  }

  String days(Span span) {
    if (span.most().isEmpty()) {
      return span.least() == 0 ? "天数不详" : "至少" + span.least() + "天";
    }
    long most = span.most().get();
    if (span.least() == most) {
      return most + "天";
    }
    return span.least() == 0 ? "至多" + most + "天" : span.least() + "至" + most + "天";
  }

  String kind(ProgrammeKind kind) {
    return switch (kind) {
      case GOODS -> "物品";
      case MEAL -> "餐食";
      case SERVICE -> "服务";
      case SCREENING -> "筛查";
      case TRAINING -> "培训";
      case AGENCY -> "代办";
    };
  }

  String severity(Severity severity) {
    return switch (severity) {
      case HIGH -> "高";
      case MEDIUM -> "中";
      case LOW -> "低";
      case UNRATED -> "未评定";
    };
  }

  String channel(Channel channel) {
    return switch (channel) {
      case PATROL -> "巡查发现";
      case VISIT -> "走访发现";
      case HOTLINE -> "热线反映";
      case MEETING -> "会议提出";
      case RESIDENT -> "居民反映";
      case SURVEY -> "调研发现";
      case PARTNER -> "共建单位反映";
    };
  }

  String extent(Extent extent) {
    return switch (extent) {
      case PART -> "部分";
      case WHOLE -> "全部";
      case UNKNOWN -> "范围不详";
    };
  }

  String condition(Condition condition) {
    return switch (condition) {
      case OK -> "正常";
      case FAULT -> "有故障";
      case UNSAFE -> "不安全";
    };
  }

  String ground(DeclineGround ground) {
    return switch (ground) {
      case NOT_RESPONSIBLE -> "不属本单位职责";
      case UNFOUNDED -> "反映不实";
      case UNCLEAR -> "反映不清";
    };
  }

  String answer(Optional<Boolean> answer) {
    return answer.map(it -> it ? "：是" : "：否").orElse("：未说明");
  }

  String quote(String text) {
    return "“" + text + "”";
  }

  /** The words and the value, if there is one; nothing otherwise. */
  String given(String before, Optional<?> value) {
    return value.map(it -> before + it).orElse("");
  }

  /** The words, if the value is there; nothing otherwise. For what is sealed: that it is there is all there is to say. */
  String ifThere(String words, Optional<?> value) {
    return value.isPresent() ? words : "";
  }
}
