package org.communityledger.projection.cases;

import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/** Where each reported case stands. Events taken back are ignored. */
public final class CaseRegister implements Projection<CaseId, CaseRow> {
  /**
   * The register as a replay left it.
   *
   * @throws IllegalArgumentException if the register was not part of the replay
   */
  public static Cases in(Views views) {
    return new Cases(views.rows(new CaseRegister()));
  }

  @Override
  public String name() {
    return "cases.CaseRegister";
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
  public Class<CaseRow> rowType() {
    return CaseRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseEvent.class);
  }

  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return Set.of(((CaseEvent) recorded.event()).caseId());
  }

  @Override
  public Optional<CaseRow> apply(CaseId key, Optional<CaseRow> row, Happening happening) {
    if (happening.event() instanceof CaseReported report) {
      return Optional.of(CaseRow.of(report, happening.recorded()));
    }
    return row.map(it -> it.after((CaseEvent) happening.event(), happening.recorded()));
  }
}
