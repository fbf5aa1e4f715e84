package org.communityledger.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures that can be attested, because the ledger itself can count them: a table shipped as {@code figures.md}. A
 * figure whose unit one of its labels says is attested with that label. Immutable and safe for many threads.
 */
public final class KnownFigures {
  private static final KnownFigures SHIPPED = read("figures.md");

  /** Label by label, name and value; the text of a value is narrowed down to what a tag and a figure key both take. */
  private static final Pattern LABELS = Pattern.compile("[a-z][A-Za-z0-9]*=[A-Za-z0-9._~@/:-]+");

  private final Map<String, KnownFigure> byName;

  private KnownFigures(Map<String, KnownFigure> byName) {
    this.byName = byName;
  }

  /**
   * A figure the ledger can count.
   *
   * @param name its name, as the projection has it that counts it
   * @param labels what it can be narrowed down by
   * @param unit what is counted; of a rate, in its part
   * @param whole what is counted in the whole; empty if it is no rate
   */
  public record KnownFigure(String name, List<String> labels, FigureUnit unit, Optional<FigureUnit> whole) {
    public KnownFigure {
      labels = List.copyOf(labels);
    }

    /** What is counted under a key with these labels; empty if no such key can be. */
    Optional<CountedUnits> counted(Map<String, String> under) {
      List<String> codes = Stream.concat(Stream.of(unit), whole.stream()).flatMap(it -> it.code(under).stream())
          .toList();
      boolean isWhole = codes.size() == (whole.isPresent() ? 2 : 1);
      return labels.containsAll(under.keySet()) && isWhole ? Optional.of(new CountedUnits(codes)) : Optional.empty();
    }
  }

  /** The figures shipped with the ledger. */
  public static KnownFigures shipped() {
    return SHIPPED;
  }

  /** All of them, in the order of the table. */
  public List<KnownFigure> all() {
    return List.copyOf(byName.values());
  }

  /**
   * In which units the figure is counted that a key stands for; empty if there is none of that name, it has no such
   * labels, or the label is left out without which its unit is not known.
   */
  Optional<CountedUnits> counted(String key) {
    int brace = key.indexOf('{');
    String name = brace < 0 ? key : key.substring(0, brace);
    return Optional.ofNullable(byName.get(name)).flatMap(it -> it.counted(brace < 0 ? Map.of() : labels(key)));
  }

  /**
   * Returns the key if it is one as figures have it: {@code cases.open{kind=HAZARD,place=P1}}, labels in the order of the
   * alphabet.
   *
   * @throws IllegalArgumentException if it is not
   */
  static String check(String key) {
    int brace = key.indexOf('{');
    if (brace >= 0 && !key.equals(key.substring(0, brace) + labels(key).entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(",", "{", "}")))) {
      throw unfit(key);
    }
    return key;
  }

  private static SortedMap<String, String> labels(String key) {
    SortedMap<String, String> labels = new TreeMap<>();
    int brace = key.indexOf('{');
    if (!key.endsWith("}")) {
      throw unfit(key);
    }
    for (String each : key.substring(brace + 1, key.length() - 1).split(",", -1)) {
      if (!LABELS.matcher(each).matches()) {
        throw unfit(key);
      }
      int equals = each.indexOf('=');
      labels.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return labels;
  }

  private static IllegalArgumentException unfit(String key) {
    return new IllegalArgumentException("figure must be a key such as cases.open{kind=HAZARD,place=P1}, labels in the"
        + " order of the alphabet, not '" + key + "'");
  }

  private static KnownFigures read(String table) {
    try (InputStream in = Objects.requireNonNull(KnownFigures.class.getResourceAsStream(table), table)) {
      return new KnownFigures(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2)
          .map(KnownFigures::row)
          .collect(Collectors.toMap(KnownFigure::name, Function.identity(), (one, other) -> {
            throw new IllegalArgumentException(one.name() + " stands twice in " + table);
          }, LinkedHashMap::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownFigure row(String line) {
    String[] cells = line.split("\\|", -1);
    List<String> labels = Arrays.stream(cells[2].split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    Optional<FigureUnit> whole = Optional.of(cells[4].strip()).filter(it -> !it.isEmpty()).map(FigureUnit::parse);
    return new KnownFigure(cells[1].strip(), labels, FigureUnit.parse(cells[3].strip()), whole);
  }
}
