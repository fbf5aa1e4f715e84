package org.communityledger.kernel;

/**
 * An event that takes another one back because the recording was wrong. It carries all tags of the event it takes back,
 * so that whoever finds the one finds the other.
 */
public interface Retraction extends Event {
  /** The event taken back. */
  EventId retracted();
}
