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
import org.communityledger.kernel.Unit;

/**
 * The figures that can be attested, because the ledger itself can count them: a table shipped as {@code figures.md}.
 * Immutable and safe for many threads.
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
  public record KnownFigure(String name, List<String> labels, Unit unit, Optional<Unit> whole) {
    public KnownFigure {
      labels = List.copyOf(labels);
    }

    /** What is counted, as a refusal tells it. */
    String counted() {
      return counted(unit, whole);
    }

    /** What a claim counts; empty if it is a statement. */
    static Optional<String> countedIn(Claim claim) {
      return claim.amount().map(it -> counted(it.unit(), Optional.empty()))
          .or(() -> claim.ratio().map(it -> counted(it.part().unit(), Optional.of(it.whole().unit()))));
    }

    private static String counted(Unit unit, Optional<Unit> whole) {
      return unit.code() + whole.map(it -> "/" + it.code()).orElse("");
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

  /** The figure a key stands for; empty if there is none of that name, or it has no such labels. */
  Optional<KnownFigure> of(String key) {
    int brace = key.indexOf('{');
    if (brace < 0) {
      return Optional.ofNullable(byName.get(key));
    }
    return Optional.ofNullable(byName.get(key.substring(0, brace)))
        .filter(it -> it.labels().containsAll(labels(key).keySet()));
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
    Optional<Unit> whole = Optional.of(cells[4].strip()).filter(it -> !it.isEmpty()).map(Unit::new);
    return new KnownFigure(cells[1].strip(), labels, new Unit(cells[3].strip()), whole);
  }
}
