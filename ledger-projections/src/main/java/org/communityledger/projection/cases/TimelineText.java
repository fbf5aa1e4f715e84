package org.communityledger.projection.cases;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.CaseTimeline.StageSpan;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;

/** Timelines as plain text. */
final class TimelineText {
  private final Language language;
  private final Sentences sentences;

  private TimelineText(Language language) {
    this.language = language;
    this.sentences = Sentences.in(language);
  }

  static TimelineText in(Language language) {
    return new TimelineText(language);
  }

  List<String> lines(CaseTimeline timeline) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(timeline));
    for (Line each : timeline.asHappened()) {
      lines.add("#" + each.position() + " " + sentences.of(each.recorded()) + " " + bracketed(remarks(each)));
      each.retraction().ifPresent(it -> lines.add("   " + struckOut(it)));
    }
    timeline.stageSpans().forEach(it -> lines.add(span(it)));
    return List.copyOf(lines);
  }

  private String heading(CaseTimeline timeline) {
    String stage = sentences.stage(timeline.progress().stage());
    return switch (language) {
      case ENGLISH -> "Case " + timeline.caseId() + ", now " + stage + ", events: " + timeline.recorded().size();
      case CHINESE -> "事项" + timeline.caseId() + "，现状：" + stage + "，事件数：" + timeline.recorded().size();
    };
  }

  private List<String> remarks(Line line) {
    List<String> remarks = new ArrayList<>();
    String recordedOn = sentences.day(line.recordedOn());
    switch (language) {
      case ENGLISH -> {
        remarks.add(line.isStruckOut() ? "struck out" : "stage " + sentences.stage(line.stage()));
        remarks
            .add("recorded " + recordedOn + line.lateness().map(it -> ", " + sentences.days(it) + " late").orElse(""));
        if (line.isInferred()) {
          remarks.add("inferred");
        }
        line.recorded().corrects().ifPresent(it -> remarks.add("corrects event " + it));
      }
      case CHINESE -> {
        remarks.add(line.isStruckOut() ? "已撤销" : "阶段：" + sentences.stage(line.stage()));
        remarks.add(recordedOn + "记录" + line.lateness().map(it -> "，补录迟" + sentences.days(it)).orElse(""));
        if (line.isInferred()) {
          remarks.add("推断");
        }
        line.recorded().corrects().ifPresent(it -> remarks.add("更正事件" + it));
      }
    }
    return remarks;
  }

  private String bracketed(List<String> remarks) {
    return switch (language) {
      case ENGLISH -> "[" + String.join("; ", remarks) + "]";
      case CHINESE -> "【" + String.join("；", remarks) + "】";
    };
  }

  private String struckOut(RecordedEvent retraction) {
    return switch (language) {
      case ENGLISH -> "Struck out by #" + retraction.position() + ": " + sentences.of(retraction);
      case CHINESE -> "由#" + retraction.position() + "撤销：" + sentences.of(retraction);
    };
  }

  private String span(StageSpan span) {
    String stage = sentences.stage(span.stage());
    String from = sentences.when(span.from());
    String to = sentences.when(span.to());
    String days = sentences.days(span.days());
    return switch (language) {
      case ENGLISH -> "Stage " + stage + ": " + days + ", entered " + from + ", left " + to;
      case CHINESE -> "阶段" + stage + "：" + days + "，进入：" + from + "，离开：" + to;
    };
  }
}
