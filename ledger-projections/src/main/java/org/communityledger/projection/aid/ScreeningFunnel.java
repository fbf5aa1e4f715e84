package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * How far people came in screenings, from consent to follow-up. Restricted, although it knows surrogates only and not what
 * was found. Who publishes its figures suppresses small ones with {@link org.communityledger.projection.PublicFigures}.
 *
 * <p>Its figures, all of different persons in {@link Unit#PERSON} and with the label {@code programme}:
 * <ul>
 * <li>{@code screening.registered}: those whose consent is in force
 * <li>{@code screening.examined}: those who were examined
 * <li>{@code screening.recall}: those who are to be followed up, or were
 * <li>{@code screening.followUpOpen}: those of whom a follow-up is not done
 * <li>{@code screening.followUpClosed}: those of whom all follow-ups are done
 * </ul>
 *
 * <p>Rows are found by {@code programme}.
 */
public final class ScreeningFunnel implements Projection<Participant, FunnelRow> {
  private static final FigureKey REGISTERED = FigureKey.of("screening.registered");
  private static final FigureKey EXAMINED = FigureKey.of("screening.examined");
  private static final FigureKey RECALL = FigureKey.of("screening.recall");
  private static final FigureKey OPEN = FigureKey.of("screening.followUpOpen");
  private static final FigureKey CLOSED = FigureKey.of("screening.followUpClosed");

  @Override
  public String name() {
    return "aid.ScreeningFunnel";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Participant> keyType() {
    return Participant.class;
  }

  @Override
  public Class<FunnelRow> rowType() {
    return FunnelRow.class;
  }

  @Override
  public Optional<String> restrictedTo() {
    return Optional.of(name());
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ConsentGiven.class, ConsentWithdrawn.class, Delivered.class, DeliveryReversed.class,
        FindingRecorded.class, FollowUpClosed.class);
  }

  @Override
  public Set<Participant> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case ConsentGiven it when it.kind().equals(Optional.of(ProgrammeKind.SCREENING)) -> of(it.matter(), it.party());
      case ConsentWithdrawn it -> of(it.matter(), it.party());
      case Delivered it when it.kind() == ProgrammeKind.SCREENING ->
        Set.of(new Participant(it.programme(), it.party()));
      case DeliveryReversed it -> it.party().map(party -> Set.of(new Participant(it.programme(), party)))
          .orElse(Set.of());
      case FindingRecorded it -> Set.of(new Participant(it.programme(), it.party()));
      case FollowUpClosed it -> Set.of(new Participant(it.programme(), it.party()));
      default -> Set.of();
    };
  }

  private static Set<Participant> of(ConsentMatter matter, Party party) {
    return matter.programme().map(it -> Set.of(new Participant(it, party))).orElse(Set.of());
  }

  /** Whoever takes a consent back or has something reversed in another programme has no row here. */
  @Override
  public Optional<FunnelRow> apply(Participant key, Optional<FunnelRow> row, Happening happening) {
    return switch (happening.event()) {
      case ConsentGiven it -> Optional.of(row.orElseGet(() -> FunnelRow.of(key)).registered(true));
      case ConsentWithdrawn it -> row.map(found -> found.registered(false));
      case Delivered it -> Optional.of(row.orElseGet(() -> FunnelRow.of(key))
          .examined(it.delivery(), it.lines().stream().map(AidLine::item).toList()));
      case DeliveryReversed it -> row.map(found -> found.without(it.delivery()));
      case FindingRecorded it -> row.map(found -> found.found(it.delivery(), it.followUp()));
      case FollowUpClosed it -> row.map(found -> found.followedUp(it.delivery()));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(Participant key, FunnelRow row) {
    List<Contribution> figures = new ArrayList<>();
    List<FunnelRow.Exam> recalls = row.exams().stream().filter(FunnelRow.Exam::isRecall).toList();
    boolean isOpen = recalls.stream().anyMatch(it -> !it.closed());
    addIf(row.registered(), REGISTERED, key, figures);
    addIf(!row.exams().isEmpty(), EXAMINED, key, figures);
    addIf(!recalls.isEmpty(), RECALL, key, figures);
    addIf(isOpen, OPEN, key, figures);
    addIf(!recalls.isEmpty() && !isOpen, CLOSED, key, figures);
    return figures;
  }

  private static void addIf(boolean holds, FigureKey figure, Participant key, List<Contribution> figures) {
    if (holds) {
      figures.add(Contribution.of(figure.with("programme", key.programme().value()), Tally.exact(1, Unit.PERSON)));
    }
  }

  @Override
  public Map<String, Function<FunnelRow, Collection<String>>> indexes() {
    return Map.of("programme", row -> List.of(row.participant().programme().value()));
  }
}
