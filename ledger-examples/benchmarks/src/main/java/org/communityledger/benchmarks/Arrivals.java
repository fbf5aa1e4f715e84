package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How matters of one kind come up, one after the other for ever. Not thread-safe. */
final class Arrivals implements Course {
  private final Chance chance;
  private final Duration between;
  private final Supplier<? extends Course> matter;
  private final Consumer<Course> begun;

  /**
   * Matters of a kind.
   *
   * @param between how long it takes on average until the next one
   * @param matter begins one; one that is over at once stands for nothing
   * @param begun told of each that begins
   */
  Arrivals(Chance chance, Duration between, Supplier<? extends Course> matter, Consumer<Course> begun) {
    this.chance = chance;
    this.between = between;
    this.matter = matter;
    this.begun = begun;
  }

  @Override
  public Optional<Duration> pause() {
    return Optional.of(chance.about(between));
  }

  @Override
  public Optional<Asked> step() {
    begun.accept(matter.get());
    return Optional.empty();
  }
}
