package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.Optional;

/** Something that goes on in a district and now and then asks something of the ledger. Not thread-safe. */
interface Course {
  /** How long it takes until its next step; empty if it is over. */
  Optional<Duration> pause();

  /** Takes its next step at the district's present time; empty if that turns out to be impossible, or asks nothing. */
  Optional<Asked> step();
}
