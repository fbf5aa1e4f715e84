package org.communityledger.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.communityledger.codec.RowCodec;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;

/**
 * All there is to be seen of a view, to be compared with another.
 *
 * @param digest its digest
 * @param rows its rows by key, as they are written, with what they are found by
 * @param figures its figures
 */
record ViewState(String digest, SortedMap<String, String> rows, SortedMap<FigureKey, Figure> figures) {
  private static final FigurePattern ALL = FigurePattern.parse("*");

  static <K, R> ViewState of(View<K, R> view, RowCodec codec) {
    Projection<K, R> projection = view.projection();
    Map<String, Function<R, Collection<String>>> indexes = new TreeMap<>(projection.indexes());
    SortedMap<String, String> rows = new TreeMap<>();
    try (Stream<Map.Entry<K, R>> stream = view.stream()) {
      stream.forEach(it -> rows.put(text(codec.write(projection.keyType(), it.getKey())),
          text(codec.write(projection.rowType(), it.getValue())) + foundBy(indexes, it.getValue())));
    }
    return new ViewState(view.digest(), rows, view.figures(ALL));
  }

  private static <R> String foundBy(Map<String, Function<R, Collection<String>>> indexes, R row) {
    List<String> values = new ArrayList<>();
    indexes.forEach((name, value) -> values.add(name + "=" + new TreeSet<>(value.apply(row))));
    return values.isEmpty() ? "" : " found by " + String.join(", ", values);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  /**
   * What is the first to be different in the other, in words; empty if nothing is.
   *
   * @param mine what this state is called
   * @param theirs what the other state is called
   */
  Optional<String> difference(String mine, ViewState other, String theirs) {
    return first("row", rows, other.rows, mine, theirs)
        .or(() -> first("figure", figures, other.figures, mine, theirs))
        .or(() -> digest.equals(other.digest)
            ? Optional.empty()
            : Optional.of("digest\n  " + mine + ": " + digest + "\n  " + theirs + ": " + other.digest));
  }

  private static <K, V> Optional<String> first(
      String what,
      SortedMap<K, V> one,
      SortedMap<K, V> other,
      String mine,
      String theirs) {
    SortedSet<K> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream().filter(it -> !Optional.ofNullable(one.get(it)).equals(Optional.ofNullable(other.get(it))))
        .findFirst()
        .map(key -> what + " " + key + "\n  " + mine + ": " + valueOf(one, key) + "\n  " + theirs + ": "
            + valueOf(other, key));
  }

  private static <K, V> String valueOf(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key)).map(Object::toString).orElse("none");
  }
}
