package org.communityledger.projection.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;

/**
 * Whose personal values were forgotten, are to be, or are held, by the tag of the subject.
 *
 * <p>Its figures, in {@link Unit#ITEM}: {@code erasures.requested}, the subjects whose erasure was asked for, done or not;
 * {@code erasures.done}, those whose values are destroyed; {@code holds.inForce}, the holds not lifted.
 */
public final class ErasureRegister implements Projection<Tag, Forgetting> {
  private static final FigureKey REQUESTED = FigureKey.of("erasures.requested");
  private static final FigureKey DONE = FigureKey.of("erasures.done");
  private static final FigureKey IN_FORCE = FigureKey.of("holds.inForce");

  @Override
  public String name() {
    return "records.ErasureRegister";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Tag> keyType() {
    return Tag.class;
  }

  @Override
  public Class<Forgetting> rowType() {
    return Forgetting.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ErasureRequested.class, SubjectErased.class, HoldPlaced.class, HoldLifted.class);
  }

  @Override
  public Set<Tag> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case ErasureRequested it -> Set.of(it.subject());
      case SubjectErased it -> Set.of(it.subject());
      case HoldPlaced it -> Set.of(it.subject());
      case HoldLifted it -> Set.of(it.subject());
      default -> Set.of();
    };
  }

  @Override
  public Optional<Forgetting> apply(Tag key, Optional<Forgetting> row, Happening happening) {
    Forgetting subject = row.orElseGet(() -> Forgetting.of(key));
    RecordedEvent recorded = happening.recorded();
    When when = happening.occurred();
    return switch (happening.event()) {
      case ErasureRequested it -> Optional.of(
          subject.requested(new Forgetting.Request(recorded.id(), it.basis(), it.approval(), when)));
      case SubjectErased it -> Optional.of(subject.done(new Forgetting.Done(recorded.id(), it.values(), when)));
      case HoldPlaced it -> Optional.of(
          subject.held(new Forgetting.Hold(it.hold(), it.basis(), when, Optional.empty())));
      case HoldLifted it -> Optional.of(subject.lifted(it.hold(), when));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(Tag key, Forgetting row) {
    List<Contribution> figures = new ArrayList<>();
    row.request().ifPresent(it -> figures.add(Contribution.of(REQUESTED, items(1))));
    row.done().ifPresent(it -> figures.add(Contribution.of(DONE, items(1))));
    long inForce = row.holds().stream().filter(Forgetting.Hold::isInForce).count();
    if (inForce > 0) {
      figures.add(Contribution.of(IN_FORCE, items(inForce)));
    }
    return figures;
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }
}
