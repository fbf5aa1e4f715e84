package org.communityledger.projection.live;

/**
 * A key whose row could not be told of an event. The row stays as it was before, and what concerns it since waits,
 * until a new version of the projection is built, or the event is taken back.
 *
 * @param key the key as JSON
 * @param position the position of the event
 * @param eventType the stored name of the event's type
 * @param error what went wrong
 * @param waiting how many later events wait
 */
public record ParkedKey(String key, long position, String eventType, String error, long waiting) {
  ParkedKey waitingForOneMore() {
    return new ParkedKey(key, position, eventType, error, waiting + 1);
  }

  @Override
  public String toString() {
    return key + " is parked at #" + position + ", a " + eventType + ": " + error;
  }
}
