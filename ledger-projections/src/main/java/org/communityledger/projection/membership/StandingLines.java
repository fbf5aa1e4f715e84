package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.KeptEvent;
import org.communityledger.projection.membership.StandingTimeline.Line;

/**
 * The lines of a timeline, unmodifiable. Keeps events as rows of a replay should, so that a line is made each time it is
 * asked for; a standing has a handful of them. Equal to any list of the same lines. Immutable and safe for many threads.
 */
final class StandingLines extends AbstractList<Line> implements RandomAccess {
  private final List<KeptLine> kept;

  private StandingLines(List<KeptLine> kept) {
    this.kept = List.copyOf(kept);
  }

  static StandingLines of(List<Line> lines) {
    return lines instanceof StandingLines already
        ? already
        : new StandingLines(lines.stream()
            .map(it -> new KeptLine(KeptEvent.of(it.recorded()), it.recordedOn(), it.retraction())).toList());
  }

  /** These lines and, after them, one more. */
  StandingLines with(Happening happening) {
    KeptLine last = new KeptLine(happening.kept(), happening.recordedOn(), happening.retraction());
    return new StandingLines(Stream.concat(kept.stream(), Stream.of(last)).toList());
  }

  @Override
  public Line get(int index) {
    return kept.get(index).line();
  }

  @Override
  public int size() {
    return kept.size();
  }

  private record KeptLine(KeptEvent event, LocalDate recordedOn, Optional<RecordedEvent> retraction) {
    private Line line() {
      return new Line(event.recorded(), recordedOn, retraction);
    }
  }
}
