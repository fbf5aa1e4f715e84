package org.communityledger.projection.cases;

import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The history of each case, from report to closing: every event, those taken back struck out. Made for hazards and their
 * repair, it holds for needs, appeals and queries just as well.
 */
public final class HazardFixHistory implements Projection<CaseId, CaseTimeline> {
  @Override
  public String name() {
    return "cases.HazardFixHistory";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CaseId> keyType() {
    return CaseId.class;
  }

  @Override
  public Class<CaseTimeline> rowType() {
    return CaseTimeline.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseEvent.class);
  }

  /** The case itself, and the one of which it is said to be a duplicate. */
  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return switch ((CaseEvent) recorded.event()) {
      case CaseMarkedDuplicate it when !it.of().equals(it.caseId()) -> Set.of(it.caseId(), it.of());
      case DuplicateUnmarked it when !it.of().equals(it.caseId()) -> Set.of(it.caseId(), it.of());
      case CaseEvent it -> Set.of(it.caseId());
    };
  }

  @Override
  public Optional<CaseTimeline> apply(CaseId key, Optional<CaseTimeline> row, Happening happening) {
    return Optional.of(row.orElseGet(() -> CaseTimeline.of(key)).with(happening));
  }

  @Override
  public boolean showsStruckOut() {
    return true;
  }
}
