package org.communityledger.kernel;

/**
 * An event by which the ledger itself remarks on another one, recorded in one append with what led to the remark. Nothing
 * rests on a remark, and it rests on nothing: it hinders no retraction, and is taken back with the event it is about, or
 * with the one that led to it.
 */
public interface Remark extends Event {
  /** The event remarked on. */
  EventId event();

  /** The event that led to the remark: the one remarked on, unless it is another. */
  default EventId ledToBy() {
    return event();
  }
}
