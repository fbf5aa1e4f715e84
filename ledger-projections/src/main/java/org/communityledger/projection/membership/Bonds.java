package org.communityledger.projection.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/**
 * Who supports whom, since when, until when, and when they were in contact last. Events taken back are ignored.
 *
 * <p>Its figures, in {@link Unit#ITEM}, since one sponsor may support several and be one of several:
 * <ul>
 * <li><code>bonds.formed{kind}</code>: bonds ever formed
 * <li><code>bonds.open{kind}</code>: those that have not ended
 * <li><code>bonds.contacts{kind}</code>: contacts logged in all of them
 * </ul>
 *
 * <p>How many were without contact for long is asked of {@link Pairings#silent}. Rows are found by {@code kind},
 * {@code sponsor} and {@code supported} (a party's tag: {@code household:h-2}).
 */
public final class Bonds implements Projection<BondId, BondRow> {
  private static final FigureKey FORMED = FigureKey.of("bonds.formed");
  private static final FigureKey OPEN = FigureKey.of("bonds.open");
  private static final FigureKey CONTACTS = FigureKey.of("bonds.contacts");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The bonds as a replay left them.
   *
   * @throws IllegalArgumentException if they were not part of the replay
   */
  public static Pairings in(Views views) {
    return new Pairings(views.rows(new Bonds()).values());
  }

  @Override
  public String name() {
    return "membership.Bonds";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<BondId> keyType() {
    return BondId.class;
  }

  @Override
  public Class<BondRow> rowType() {
    return BondRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(BondEvent.class);
  }

  @Override
  public Set<BondId> keys(RecordedEvent recorded) {
    return Set.of(((BondEvent) recorded.event()).bond());
  }

  @Override
  public Optional<BondRow> apply(BondId key, Optional<BondRow> row, Happening happening) {
    return switch ((BondEvent) happening.event()) {
      case BondFormed it -> Optional.of(BondRow.of(it, happening));
      case BondContactLogged it -> row.map(before -> before.inContact(happening));
      case BondEnded it -> row.map(before -> before.ended(happening));
    };
  }

  @Override
  public List<Contribution> figures(BondId key, BondRow row) {
    List<Contribution> figures = new ArrayList<>();
    figures.add(Contribution.of(FORMED.with("kind", row.kind()), ONE));
    if (row.isOpen()) {
      figures.add(Contribution.of(OPEN.with("kind", row.kind()), ONE));
    }
    if (row.contacts() > 0) {
      figures.add(Contribution.of(CONTACTS.with("kind", row.kind()), Tally.exact(row.contacts(), Unit.ITEM)));
    }
    return figures;
  }

  @Override
  public Map<String, Function<BondRow, Collection<String>>> indexes() {
    return Map.of(
        "kind", row -> List.of(row.kind()),
        "sponsor", row -> List.of(row.sponsor().tag().toString()),
        "supported", row -> List.of(row.supported().tag().toString()));
  }
}
