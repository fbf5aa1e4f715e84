package org.communityledger.projection.cases;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list from which a longer one is made without copying, so that growing one by one costs as much as it
 * gets long, not the square of that.
 *
 * <p>A list and the longer one made of it share their room: the first to be made longer takes the next place, in which the
 * shorter list never looks. Whoever comes second finds the place taken and copies. A short list keeps in memory what was
 * added to the longer ones that share its room. Immutable and safe for many threads.
 */
final class GrowingList<E> extends AbstractList<E> implements RandomAccess {
  private static final int FIRST_ROOM = 4;

  private final Room room;
  private final int size;

  private GrowingList(Room room, int size) {
    this.room = room;
    this.size = size;
  }

  /** A list of nothing. */
  static <E> GrowingList<E> empty() {
    return new GrowingList<>(new Room(new Object[FIRST_ROOM], 0), 0);
  }

  /** This list and, after it, one more element. */
  GrowingList<E> with(E element) {
    Objects.requireNonNull(element);
    Room larger = room.take(size) ? room : room.copy(size);
    larger.places[size] = element;
    return new GrowingList<>(larger, size + 1);
  }

  @Override
  @SuppressWarnings("unchecked") // only with() fills places, and lists that share a room hold the same type
  public E get(int index) {
    return (E) Objects.requireNonNull(room.places[Objects.checkIndex(index, size)]);
  }

  @Override
  public int size() {
    return size;
  }

  /** Places for elements, each filled once. */
  private static final class Room {
    private final @Nullable Object[] places;
    private final AtomicInteger taken;

    private Room(@Nullable Object[] places, int taken) {
      this.places = places;
      this.taken = new AtomicInteger(taken);
    }

    /** Takes a place, if it is there and free. */
    private boolean take(int place) {
      return place < places.length && taken.compareAndSet(place, place + 1);
    }

    /** A room of its own for the first elements, one more and some to come. */
    private Room copy(int number) {
      return new Room(Arrays.copyOf(places, Math.max(FIRST_ROOM, number + number / 2 + 1)), number + 1);
    }
  }
}
