package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;

/**
 * One thing recorded in a made-up history.
 *
 * @param asked what was asked
 * @param header the header it is recorded with; it gives a reason only in a history with personal values
 * @param decided what the rules decided, as it stands in the ledger
 */
record Step(Asked asked, Header header, List<RecordedEvent> decided) {
  Step {
    decided = List.copyOf(decided);
  }

  /** How many entries it leads to. */
  int entries() {
    return decided.size();
  }

  List<Event> events() {
    return decided.stream().map(RecordedEvent::event).toList();
  }

  /**
   * Whether the bulk door can record it, which gives all events one header: only the rules record what stands in the place
   * of something else, what forgets, and remarks that are of another day or on what is irregular.
   */
  boolean isForBulk() {
    Header one = decided.getFirst().header();
    return decided.stream().noneMatch(
        it -> it.corrects().isPresent() || it.event() instanceof Erasure || !it.header().equals(one));
  }
}
