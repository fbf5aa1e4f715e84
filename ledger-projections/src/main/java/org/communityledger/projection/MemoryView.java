package org.communityledger.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.communityledger.codec.RowCodec;
import org.jspecify.annotations.Nullable;

/** The view a replay has made. Rows stand in the order in which their keys first appeared. Safe for many threads. */
final class MemoryView<K, R> implements View<K, R> {
  private final Fold<K, R> fold;
  private final long size;
  private final RowCodec codec;
  private volatile @Nullable Figures figures;

  MemoryView(Fold<K, R> fold, long size, RowCodec codec) {
    this.fold = fold;
    this.size = size;
    this.codec = codec;
  }

  boolean isOf(Projection<?, ?> other) {
    return projection().getClass() == other.getClass() && projection().version() == other.version();
  }

  @Override
  public Projection<K, R> projection() {
    return fold.projection();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Optional<R> row(K key) {
    return Optional.ofNullable(fold.rows().get(key));
  }

  @Override
  public Map<K, R> rows() {
    return fold.rows();
  }

  @Override
  public Stream<Map.Entry<K, R>> stream() {
    return fold.rows().entrySet().stream();
  }

  @Override
  public List<R> where(String index, String value) {
    Map<String, Function<R, Collection<String>>> indexes = projection().indexes();
    Function<R, Collection<String>> values = indexes.get(index);
    if (values == null) {
      throw new IllegalArgumentException(
          projection().name() + " has no index " + index + "; there are " + new TreeSet<>(indexes.keySet()));
    }
    return fold.rows().values().stream().filter(row -> values.apply(row).contains(value)).toList();
  }

  @Override
  public Optional<Figure> figure(FigureKey key) {
    return figures().figure(key);
  }

  @Override
  public SortedMap<FigureKey, Figure> figures(FigurePattern pattern) {
    return figures().figures(pattern);
  }

  @Override
  public Optional<Figure> sum(FigurePattern pattern) {
    return figures().sum(pattern);
  }

  @Override
  public Figures ask(Function<? super R, Reply> question) {
    return Figures.of(fold, size, (key, row) -> question.apply(row));
  }

  /** Summed when first asked for; two threads that ask at once sum the same. */
  private Figures figures() {
    Figures current = figures;
    if (current == null) {
      current = Figures.of(fold, size, (key, row) -> Reply.of(projection().figures(key, row)));
      figures = current;
    }
    return current;
  }

  @Override
  public String digest() {
    Class<K> keyType = projection().keyType();
    Class<R> rowType = projection().rowType();
    List<Written<R>> written = new ArrayList<>();
    fold.rows().forEach((key, row) -> written.add(new Written<>(codec.write(keyType, key), row)));
    written.sort((one, other) -> Arrays.compareUnsigned(one.key(), other.key()));
    ViewDigest digest = new ViewDigest(projection(), size);
    written.forEach(it -> digest.add(it.key(), codec.write(rowType, it.row())));
    return digest.hex();
  }

  private record Written<R>(byte[] key, R row) {}
}
