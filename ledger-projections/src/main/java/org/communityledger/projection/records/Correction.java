package org.communityledger.projection.records;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Span;

/**
 * An entry that was taken back, and what was put in its place.
 *
 * @param was the entry taken back
 * @param retraction the entry that took it back: by whom and when
 * @param is what stands in its place, in order; empty if nothing of the kind happened. What was taken back in its turn is
 *   struck out, and has a correction of its own
 */
public record Correction(Entry was, AuditLine retraction, List<Entry> is) {
  public Correction {
    is = List.copyOf(is);
  }

  /**
   * What a correction is found by.
   *
   * @param event the event taken back
   */
  public record Key(EventId event) {}

  /**
   * An entry and how late it was.
   *
   * @param line the entry
   * @param lateness the days from happening to recording, if there was at least one for sure
   */
  public record Entry(AuditLine line, Optional<Span> lateness) {}

  /** Whether something stands in the place of the entry. */
  public boolean isReplaced() {
    return is.stream().anyMatch(it -> it.line().struckOutBy().isEmpty());
  }

  /** How long the wrong entry stood, from its recording to its retraction. */
  public Duration stood() {
    return Duration.between(was.line().recordedAt(), retraction.recordedAt());
  }

  Correction with(Entry another) {
    return new Correction(was, retraction, Stream.concat(is.stream(), Stream.of(another)).toList());
  }
}
