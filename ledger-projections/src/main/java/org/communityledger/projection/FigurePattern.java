package org.communityledger.projection;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names many figures at once. {@code cases.open{kind=HAZARD}} means every figure of that name which has at least that
 * label; {@code cases.open{kind=*}} those that have the label, whatever its value; {@code cases.*} those whose name
 * begins like that. Immutable.
 *
 * @param name the name, or the beginning of it followed by {@code *}
 * @param labels the labels the figure must have, each with its value or {@code *}
 */
public record FigurePattern(String name, SortedMap<String, String> labels) {
  private static final String ANY = "*";

  public FigurePattern {
    if (name.endsWith(ANY)) {
      FigureText.checkBeginning(name.substring(0, name.length() - 1));
    } else {
      FigureText.checkName(name);
    }
    labels.forEach((label, value) -> {
      FigureText.checkLabel(label);
      if (!value.equals(ANY)) {
        FigureText.checkValue(label, value);
      }
    });
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the text has another form, naming the character that does not fit
   */
  public static FigurePattern parse(String text) {
    FigureText read = FigureText.parse(text, "figure pattern", true);
    return new FigurePattern(read.name(), read.labels());
  }

  /** Whether the figure is meant. */
  public boolean matches(FigureKey key) {
    return matchesName(key.name()) && labels.entrySet().stream().allMatch(label -> {
      String value = key.labels().get(label.getKey());
      return value != null && (label.getValue().equals(ANY) || label.getValue().equals(value));
    });
  }

  private boolean matchesName(String other) {
    return name.endsWith(ANY) ? other.startsWith(name.substring(0, name.length() - 1)) : other.equals(name);
  }

  @Override
  public String toString() {
    return FigureText.write(name, labels);
  }
}
