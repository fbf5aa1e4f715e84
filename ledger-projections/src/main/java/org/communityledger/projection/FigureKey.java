package org.communityledger.projection;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The name of a figure: what is counted, and for which part of the community: {@code cases.open{kind=HAZARD,place=P1}}.
 *
 * <p>Two keys with the same name and labels are equal, in whatever order the labels were given; as text they stand in
 * the order of the alphabet. Immutable. Keys are ordered by their text.
 *
 * @param name words of letters and digits joined with dots, each beginning with a lower-case letter
 * @param labels what narrows the figure down, by name; values are of 1 to 300 characters, without white space and without
 *   any of <code>,{}=*</code>
 */
public record FigureKey(String name, SortedMap<String, String> labels) implements Comparable<FigureKey> {
  private static final Comparator<FigureKey> BY_TEXT = Comparator.comparing(FigureKey::toString);

  public FigureKey {
    FigureText.checkName(name);
    labels.forEach((label, value) -> {
      FigureText.checkLabel(label);
      FigureText.checkValue(label, value);
    });
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The figure of that name without labels. */
  public static FigureKey of(String name) {
    return new FigureKey(name, Collections.emptySortedMap());
  }

  /**
   * Reads {@code cases.total} or {@code cases.open{kind=HAZARD,place=P1}}, labels in any order.
   *
   * @throws IllegalArgumentException if the text has another form, naming the character that does not fit
   */
  public static FigureKey parse(String text) {
    FigureText read = FigureText.parse(text, "figure key", false);
    return new FigureKey(read.name(), read.labels());
  }

  /**
   * The same figure, narrowed down by one more label.
   *
   * @throws IllegalArgumentException if the label stands already, or is not well-formed
   */
  public FigureKey with(String label, String value) {
    SortedMap<String, String> more = new TreeMap<>(labels);
    if (more.put(label, value) != null) {
      throw new IllegalArgumentException(this + " has a label " + label + " already");
    }
    return new FigureKey(name, more);
  }

  /** The same figure, narrowed down by a code word. */
  public FigureKey with(String label, Enum<?> value) {
    return with(label, value.name());
  }

  @Override
  public int compareTo(FigureKey other) {
    return BY_TEXT.compare(this, other);
  }

  @Override
  public String toString() {
    return FigureText.write(name, labels);
  }
}
