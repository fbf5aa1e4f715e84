package org.communityledger.projection;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.When;

/** Whether an event had happened by a day, as far as its date tells. */
enum Certainty {
  SURE, POSSIBLE, IMPOSSIBLE;

  /** The certainty that it had happened by the end of the day; without a day, everything has. */
  static Certainty of(Happening happening, Optional<LocalDate> day) {
    if (day.isEmpty()) {
      return SURE;
    }
    When occurred = happening.occurred();
    if (occurred.isSurelyAfter(day.get())) {
      return IMPOSSIBLE;
    }
    // What happened was over when it was recorded, so that an open end is the day of recording.
    return occurred.latest().orElse(happening.recordedOn()).isAfter(day.get()) ? POSSIBLE : SURE;
  }
}
