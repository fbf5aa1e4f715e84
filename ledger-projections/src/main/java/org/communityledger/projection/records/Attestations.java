package org.communityledger.projection.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.records.AttestedFigure.Attestation;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.FigureAttested;

/**
 * What was said of each figure, by the figure's key.
 *
 * <p>Its figures, in {@link Unit#ITEM}, withdrawn attestations left out:
 * <ul>
 * <li><code>attestations.numbers</code>: those that are numbers
 * <li><code>attestations.statements</code>: those that are not
 * <li><code>attestations.figures</code>: the figures of which a number is said
 * </ul>
 */
public final class Attestations implements Projection<String, AttestedFigure> {
  private static final FigureKey NUMBERS = FigureKey.of("attestations.numbers");
  private static final FigureKey STATEMENTS = FigureKey.of("attestations.statements");
  private static final FigureKey FIGURES = FigureKey.of("attestations.figures");

  @Override
  public String name() {
    return "records.Attestations";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<String> keyType() {
    return String.class;
  }

  @Override
  public Class<AttestedFigure> rowType() {
    return AttestedFigure.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(FigureAttested.class, AttestationWithdrawn.class);
  }

  @Override
  public Set<String> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case FigureAttested it -> Set.of(it.figure());
      case AttestationWithdrawn it -> Set.of(it.figure());
      default -> Set.of();
    };
  }

  @Override
  public Optional<AttestedFigure> apply(String key, Optional<AttestedFigure> row, Happening happening) {
    RecordedEvent recorded = happening.recorded();
    return switch (happening.event()) {
      case FigureAttested it -> Optional.of(row.orElseGet(() -> AttestedFigure.of(key))
          .with(new Attestation(recorded.id(), it.value(), it.asOf(), it.claimedBy(), recorded.header().source(),
              Optional.empty())));
      case AttestationWithdrawn it -> row.map(figure -> figure.without(it.attestation(), recorded.id()));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(String key, AttestedFigure row) {
    long numbers = row.standing().stream().filter(Attestation::isNumber).count();
    long statements = row.standing().size() - numbers;
    List<Contribution> figures = new ArrayList<>();
    if (numbers > 0) {
      figures.add(Contribution.of(NUMBERS, Tally.exact(numbers, Unit.ITEM)));
      figures.add(Contribution.of(FIGURES, Tally.exact(1, Unit.ITEM)));
    }
    if (statements > 0) {
      figures.add(Contribution.of(STATEMENTS, Tally.exact(statements, Unit.ITEM)));
    }
    return figures;
  }
}
