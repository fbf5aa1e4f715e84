package org.communityledger.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.projection.Figure;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;

/** What is printed, in one language at a time. Not thread-safe. */
final class Page {
  private static final String FULL_WIDTH = "，。、：；（）《》";

  private final PrintStream out;
  private final Language language;

  Page(PrintStream out, Language language) {
    this.out = out;
    this.language = language;
  }

  /** The words of the page's language. */
  String in(String english, String chinese) {
    return switch (language) {
      case ENGLISH -> english;
      case CHINESE -> chinese;
    };
  }

  Sentences sentences() {
    return Sentences.in(language);
  }

  void title(String english, String chinese) {
    out.println();
    out.println("## " + in(english, chinese));
  }

  void line(String english, String chinese) {
    out.println(in(english, chinese));
  }

  /** A figure as exact as it is counted. */
  String figure(Figure figure) {
    return switch (figure) {
      case Figure.Count(Tally tally) -> sentences().amount(tally);
      case Figure.Rate(Ratio ratio) -> of(ratio);
    };
  }

  String of(Ratio ratio) {
    String part = ratio.part().isExact()
        ? Long.toString(ratio.part().lower())
        : sentences().amount(ratio.part());
    String whole = sentences().amount(ratio.whole());
    String percentage = ratio.percentage().map(it -> " (" + it.toPlainString() + " %)").orElse("");
    return in(part + " of " + whole, whole + "中的" + sentences().amount(ratio.part())) + percentage;
  }

  /** Rows of cells, each column as wide as its widest cell. */
  void table(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        if (column == widths.size()) {
          widths.add(0);
        }
        widths.set(column, Math.max(widths.get(column), width(row.get(column))));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column)).append(" ".repeat(widths.get(column) - width(row.get(column)) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** Chinese characters are twice as wide as others. */
  private static int width(String text) {
    return text.codePoints().map(it -> Character.isIdeographic(it) || FULL_WIDTH.indexOf(it) >= 0 ? 2 : 1).sum();
  }
}
