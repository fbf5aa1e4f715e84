package org.communityledger.projection.live;

import java.util.List;
import java.util.Optional;
import org.communityledger.projection.Projection;

/**
 * How a view stands.
 *
 * @param projection the projection's name
 * @param version the projection's version
 * @param state what is done with it
 * @param position the position of the last entry applied to it; -1 if none is
 * @param head the position of the ledger's last entry
 * @param perSecond entries applied a second while it had some to apply; 0 as long as it had none
 * @param parked the keys that could not be told of everything
 * @param failure why nothing more is applied to it, if so
 * @param finding why it was thrown away and built again, if it was since the start
 */
public record Standing(
    String projection,
    int version,
    State state,
    long position,
    long head,
    double perSecond,
    List<ParkedKey> parked,
    Optional<String> failure,
    Optional<String> finding) {
  public Standing {
    parked = List.copyOf(parked);
  }

  /** What is done with a view. */
  public enum State {
    /** It is built beside what is read, and read by nobody yet. */
    BUILDING,
    /** It is read, and moved on with the ledger. */
    LIVE,
    /** It is read until a version that is being built takes its place, but no longer moved on. */
    OLD,
    /** It is moved on no further; if it was read, it still is. */
    FAILED
  }

  /** Whether there is something to be read. */
  boolean isRead() {
    return state != State.BUILDING && (state != State.FAILED || position >= 0);
  }

  /** The number of entries that are not applied yet. */
  public long lag() {
    return head - position;
  }

  static Standing of(Projection<?, ?> projection, State state, long size) {
    return new Standing(projection.name(), projection.version(), state, size - 1, size - 1, 0, List.of(),
        Optional.empty(), Optional.empty());
  }

  Standing withHead(long other) {
    return new Standing(projection, version, state, position, other, perSecond, parked, failure, finding);
  }

  Standing reached(long other, double rate, List<ParkedKey> keys) {
    return new Standing(projection, version, state, other, head, rate, keys, failure, finding);
  }

  Standing found(Optional<String> other) {
    return new Standing(projection, version, state, position, head, perSecond, parked, failure, other);
  }

  Standing live() {
    return in(State.LIVE);
  }

  Standing old() {
    return in(State.OLD);
  }

  private Standing in(State other) {
    return new Standing(projection, version, other, position, head, perSecond, parked, failure, finding);
  }

  /** With the first reason for which it failed. What was being built then is true for nothing, however far it came. */
  Standing failed(String reason) {
    Standing last = state == State.BUILDING ? reached(-1, 0, List.of()) : this;
    return new Standing(projection, version, State.FAILED, last.position, head, last.perSecond, last.parked,
        Optional.of(failure.orElse(reason)), finding);
  }

  /** In words: {@code cases.CaseRegister v1 is at #11 (head #14)}. */
  @Override
  public String toString() {
    String words = switch (state) {
      case BUILDING -> " is being built";
      case LIVE -> " is";
      case OLD -> " is no longer moved";
      case FAILED -> " has failed";
    };
    String place = position < 0 ? "" : " at #" + position;
    return projection + " v" + version + words + place + " (head #" + head + ")"
        + failure.map(it -> ": " + it).orElse("");
  }
}
