package org.communityledger.projection.membership;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.membership.StandingRow.StageStay;
import org.communityledger.projection.membership.StandingTimeline.Line;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;

/** Timelines of standings as plain text. */
final class StandingText {
  private final Language language;
  private final Sentences sentences;

  private StandingText(Language language) {
    this.language = language;
    this.sentences = Sentences.in(language);
  }

  static StandingText in(Language language) {
    return new StandingText(language);
  }

  List<String> lines(StandingTimeline timeline) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(timeline));
    for (Line each : timeline.asHappened()) {
      lines.add("#" + each.position() + " " + sentences.of(each.recorded()) + " " + remarks(each));
      each.retraction().ifPresent(it -> lines.add("   " + struckOut(it)));
    }
    timeline.stays().forEach(it -> lines.add(stay(it)));
    return List.copyOf(lines);
  }

  private String heading(StandingTimeline timeline) {
    int events = timeline.recorded().size();
    return switch (language) {
      case ENGLISH -> "Standing " + timeline.standing() + timeline.stage().map(it -> ", at stage " + it).orElse("")
          + timeline.end().map(it -> ", " + it.english()).orElse("") + ", events: " + events;
      case CHINESE -> "成员身份" + timeline.standing() + timeline.stage().map(it -> "，阶段：" + it).orElse("")
          + timeline.end().map(it -> "，" + it.chinese()).orElse("") + "，事件数：" + events;
    };
  }

  private String remarks(Line line) {
    List<String> remarks = new ArrayList<>();
    String recordedOn = sentences.day(line.recordedOn());
    return switch (language) {
      case ENGLISH -> {
        if (line.isStruckOut()) {
          remarks.add("struck out");
        }
        remarks.add(
            "recorded " + recordedOn + line.lateness().map(it -> ", " + sentences.days(it) + " late").orElse(""));
        if (line.isInferred()) {
          remarks.add("inferred");
        }
        line.recorded().corrects().ifPresent(it -> remarks.add("corrects event " + it));
        yield "[" + String.join("; ", remarks) + "]";
      }
      case CHINESE -> {
        if (line.isStruckOut()) {
          remarks.add("已撤销");
        }
        remarks.add(recordedOn + "记录" + line.lateness().map(it -> "，补录迟" + sentences.days(it)).orElse(""));
        if (line.isInferred()) {
          remarks.add("推断");
        }
        line.recorded().corrects().ifPresent(it -> remarks.add("更正事件" + it));
        yield "【" + String.join("；", remarks) + "】";
      }
    };
  }

  private String struckOut(RecordedEvent retraction) {
    return switch (language) {
      case ENGLISH -> "Struck out by #" + retraction.position() + ": " + sentences.of(retraction);
      case CHINESE -> "由#" + retraction.position() + "撤销：" + sentences.of(retraction);
    };
  }

  private String stay(StageStay stay) {
    String from = sentences.when(stay.from());
    String to = sentences.when(stay.to());
    String days = sentences.days(stay.days());
    return switch (language) {
      case ENGLISH -> "Stage " + stay.stage() + ": " + days + ", entered " + from + ", left " + to;
      case CHINESE -> "阶段" + stay.stage() + "：" + days + "，进入：" + from + "，离开：" + to;
    };
  }
}
