package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.KeptEvent;
import org.communityledger.projection.cases.CaseTimeline.Line;

/**
 * The lines of a timeline, unmodifiable. Keeps events as rows of a replay should, so that a line is made each time it is
 * asked for, and grows without copying. Equal to any list of the same lines. Immutable and safe for many threads.
 */
final class Lines extends AbstractList<Line> implements RandomAccess {
  private final GrowingList<KeptLine> kept;

  private Lines(GrowingList<KeptLine> kept) {
    this.kept = kept;
  }

  static Lines of(List<Line> lines) {
    if (lines instanceof Lines already) {
      return already;
    }
    GrowingList<KeptLine> kept = GrowingList.empty();
    for (Line each : lines) {
      kept = kept.with(new KeptLine(KeptEvent.of(each.recorded()), each.recordedOn(), each.stage(), each.retraction()));
    }
    return new Lines(kept);
  }

  /** These lines and, after them, one more. */
  Lines with(Happening happening, Stage stage) {
    return new Lines(
        kept.with(new KeptLine(happening.kept(), happening.recordedOn(), stage, happening.retraction())));
  }

  @Override
  public Line get(int index) {
    return kept.get(index).line();
  }

  @Override
  public int size() {
    return kept.size();
  }

  private record KeptLine(KeptEvent event, LocalDate recordedOn, Stage stage, Optional<RecordedEvent> retraction) {
    private Line line() {
      return new Line(event.recorded(), recordedOn, stage, retraction);
    }
  }
}
