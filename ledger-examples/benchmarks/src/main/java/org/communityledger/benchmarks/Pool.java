package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is there of something, to be drawn from, each as likely as any other. Not thread-safe. */
final class Pool<T> {
  private final Chance chance;
  private final List<T> things = new ArrayList<>();

  Pool(Chance chance) {
    this.chance = chance;
  }

  void add(T thing) {
    things.add(thing);
  }

  int size() {
    return things.size();
  }

  /** One of them, which stays. */
  Optional<T> some() {
    return things.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(things));
  }

  /** One of them, which is there no more. */
  Optional<T> take() {
    if (things.isEmpty()) {
      return Optional.empty();
    }
    int drawn = chance.between(0, things.size() - 1);
    T last = things.removeLast();
    return Optional.of(drawn == things.size() ? last : things.set(drawn, last));
  }
}
