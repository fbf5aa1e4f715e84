package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
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

/** Dates, quantities, parties and code words in English. */
final class EnglishWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  String actor(Actor actor) {
    return party(actor.who()) + " (" + actor.role() + given(", for organisation ", actor.onBehalfOf()) + ")";
  }

  String party(Party party) {
    return switch (party) {
      case PersonId person -> "person " + person;
      case HouseholdId household -> "household " + household;
      case OrgId org -> "organisation " + org;
    };
  }

  String parties(List<Party> parties) {
    return parties.isEmpty() ? "nobody who is named" : parties.stream().map(this::party).collect(joining(", "));
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  String when(When when) {
    List<String> remarks = new ArrayList<>();
    when.asStated().ifPresent(it -> remarks.add(quote(it)));
    when.inferred().forEach(it -> remarks.add(code(it) + " inferred"));
    boolean dayKnown = when.earliest().isPresent() || when.latest().isPresent();
    when.instant().filter(it -> dayKnown).ifPresent(it -> remarks.add(0, it.toString()));
    String date = dayKnown ? interval(when) : when.instant().map(it -> "at " + it).orElse("on an unknown date");
    return remarks.isEmpty() ? date : date + " (" + String.join("; ", remarks) + ")";
  }

  private String interval(When when) {
    if (when.earliest().isEmpty()) {
      return "not after " + day(when.latest().orElseThrow());
    }
    LocalDate earliest = when.earliest().get();
    if (when.latest().isEmpty()) {
      return "not before " + day(earliest);
    }
    LocalDate latest = when.latest().get();
    if (earliest.equals(latest)) {
      return "on " + day(earliest);
    }
    if (earliest.getDayOfYear() == 1 && latest.equals(earliest.plusYears(1).minusDays(1))) {
      return "in " + earliest.getYear();
    }
    if (earliest.getDayOfMonth() == 1 && latest.equals(earliest.plusMonths(1).minusDays(1))) {
      return "in " + MONTH.format(earliest);
    }
    return "between " + day(earliest) + " and " + day(latest);
  }

  String amount(Tally tally) {
    String wording = tally.asStated().map(it -> " (" + quote(it) + ")").orElse("");
    return (tally.approximate() ? "about " : "") + bounds(tally) + wording;
  }

  private String bounds(Tally tally) {
    String unit = tally.unit().english();
    long lower = tally.lower();
    if (tally.upper().isEmpty()) {
      return lower == 0 ? "an unknown number of " + plural(unit) : "at least " + number(lower, unit);
    }
    long upper = tally.upper().get();
    if (lower == upper) {
      return number(lower, unit);
    }
    return lower == 0 ? "at most " + number(upper, unit) : "between " + lower + " and " + number(upper, unit);
  }

  String claim(Claim claim) {
    return claim.amount().map(this::amount)
        .or(() -> claim.ratio()
            .map(it -> amount(it.part()) + " of " + amount(it.whole()) + " (" + it.wholeMeans() + ")"))
        .or(() -> claim.statement().map(this::quote)).orElseThrow();
  }

  String days(Span span) {
    if (span.most().isEmpty()) {
      return span.least() == 0 ? "an unknown number of days" : "at least " + number(span.least(), "day");
    }
    long most = span.most().get();
    if (span.least() == most) {
      return number(most, "day");
    }
    return span.least() == 0
        ? "at most " + number(most, "day")
        : "between " + span.least() + " and " + number(most, "day");
  }

  String number(long n, String unit) {
    return n + " " + (n == 1 ? unit : plural(unit));
  }

  private static String plural(String unit) {
    return unit.endsWith("y") && !unit.endsWith("ay") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s";
  }

  String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  String channel(Channel channel) {
    return switch (channel) {
      case PATROL -> "found on patrol";
      case VISIT -> "found on a visit";
      case HOTLINE -> "through the hotline";
      case MEETING -> "at a meeting";
      case RESIDENT -> "by a resident";
      case SURVEY -> "in a survey";
      case PARTNER -> "through a partner";
    };
  }

  String extent(Extent extent) {
    return switch (extent) {
      case PART -> "part of the matter";
      case WHOLE -> "the whole of the matter";
      case UNKNOWN -> "an unknown part of the matter";
    };
  }

  String condition(Condition condition) {
    return switch (condition) {
      case OK -> "in order";
      case FAULT -> "faulty";
      case UNSAFE -> "unsafe";
    };
  }

  String ground(DeclineGround ground) {
    return switch (ground) {
      case NOT_RESPONSIBLE -> "somebody else is responsible";
      case UNFOUNDED -> "the report is unfounded";
      case UNCLEAR -> "the report is unclear";
    };
  }

  String answer(Optional<Boolean> answer) {
    return answer.map(it -> it ? "yes" : "no").orElse("not said");
  }

  String quote(String text) {
    return "\"" + text + "\"";
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
