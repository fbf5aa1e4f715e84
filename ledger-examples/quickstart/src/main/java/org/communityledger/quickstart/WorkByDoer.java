package org.communityledger.quickstart;

import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * A view of one's own: how often work was given to each doer, and how often each said it was done. That is all of it;
 * replaying, following the ledger, asking as of any day and ignoring what was taken back come with the library.
 */
public final class WorkByDoer implements Projection<Party, WorkByDoer.Row> {
  /** What a doer was given to do, and did. */
  public record Row(int assigned, int completed) {}

  @Override
  public String name() {
    return "quickstart.WorkByDoer"; // unique among the views of one application
  }

  @Override
  public int version() {
    return 1; // raised when the same events lead to other rows: the view is then built again
  }

  @Override
  public Class<Party> keyType() {
    return Party.class;
  }

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseAssigned.class, WorkCompleted.class);
  }

  @Override
  public Set<Party> keys(RecordedEvent recorded) {
    return Set.of(recorded.event() instanceof CaseAssigned it ? it.doer() : ((WorkCompleted) recorded.event()).doer());
  }

  @Override
  public Optional<Row> apply(Party doer, Optional<Row> row, Happening happening) {
    Row before = row.orElse(new Row(0, 0));
    return Optional.of(happening.event() instanceof CaseAssigned
        ? new Row(before.assigned() + 1, before.completed())
        : new Row(before.assigned(), before.completed() + 1));
  }
}
