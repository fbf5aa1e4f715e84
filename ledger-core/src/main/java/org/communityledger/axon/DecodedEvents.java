package org.communityledger.axon;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Entry;

/**
 * Decodes entries and remembers the latest at each of some thousand places, because places, people and cases under way
 * are read for command after command. What is remembered counts only for the same bytes. Safe for many threads.
 */
final class DecodedEvents {
  private static final int PLACES = 1 << 13;
  /** Longer leaves are rare, and would make the most memory this can take hard to foretell: 32 MiB of leaves as it is. */
  private static final int LONGEST = 4_096;

  private final EventCodec codec;
  private final AtomicReferenceArray<Decoded> places = new AtomicReferenceArray<>(PLACES);

  DecodedEvents(EventCodec codec) {
    this.codec = codec;
  }

  RecordedEvent of(Entry entry) {
    int place = (int) (entry.position() & (PLACES - 1));
    Decoded known = places.get(place);
    if (known != null && known.event.position() == entry.position() && Arrays.equals(known.leaf, entry.leaf())) {
      return known.event;
    }
    RecordedEvent event = codec.decode(entry);
    if (entry.leaf().length <= LONGEST) {
      places.set(place, new Decoded(entry.leaf(), event));
    }
    return event;
  }

  private record Decoded(byte[] leaf, RecordedEvent event) {}
}
