package org.communityledger.access;

import java.time.Instant;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;

/**
 * Where an application keeps who has read which sealed values; there is none unless the ledger's builder names one. Called
 * on the thread of whoever reads, before they get the value, by many threads at once; what it throws reaches them in place
 * of the value. Replays open nothing, so they do not come here.
 */
@FunctionalInterface
public interface OpeningJournal {
  /** Nothing is kept. */
  OpeningJournal NONE = opening -> {};

  void opened(Opening opening);

  /**
   * A sealed value that was read: names and ids only, never the value.
   *
   * @param at when
   * @param who who read it
   * @param subject whom or what it is about
   * @param keyPurpose what it is sealed for
   * @param readingPurpose what it was read for
   * @param event the event it stands in
   * @param field where in the event: a JSON pointer
   */
  record Opening(
      Instant at,
      Party who,
      Tag subject,
      String keyPurpose,
      String readingPurpose,
      EventId event,
      String field) {}
}
