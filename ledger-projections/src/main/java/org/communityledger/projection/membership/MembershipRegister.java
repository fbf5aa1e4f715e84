package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.Ending;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;
import org.communityledger.projection.Views;

/**
 * Each standing: whose it is, where, at which stage since when, and from when the next is possible. Events taken back are
 * ignored.
 *
 * <p>Its figures, all in {@link Unit#ITEM}:
 * <ul>
 * <li><code>standings.everApplied{ladder,org}</code>: standings that began with an application, whatever became of them
 * <li><code>standings.current{ladder,org,stage}</code>: standings that have not ended, by the stage reached last
 * <li><code>standings.advanced{ladder,org,stage}</code>: how often somebody came to the stage from the one before
 * </ul>
 *
 * <p>Rows are found by {@code person}, {@code ladder}, {@code org} and {@code stage}.
 */
public final class MembershipRegister implements Projection<StandingId, StandingRow> {
  private static final FigureKey EVER_APPLIED = FigureKey.of("standings.everApplied");
  private static final FigureKey CURRENT = FigureKey.of("standings.current");
  private static final FigureKey ADVANCED = FigureKey.of("standings.advanced");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The register as a replay left it.
   *
   * @throws IllegalArgumentException if the register was not part of the replay
   */
  public static Standings in(Views views) {
    return new Standings(views.rows(new MembershipRegister()));
  }

  /**
   * How often somebody came to a stage in the period, as <code>standings.advanced{ladder,org,stage}</code>: intervals where
   * dates leave open whether it was then.
   *
   * @param asOf the day for which that is true: the day by which the events of the view had happened
   */
  public static PeriodRates advances(View<StandingId, StandingRow> view, Period period, LocalDate asOf) {
    return new PeriodRates(view.ask(row -> advances(row, period)), period, asOf);
  }

  private static Reply advances(StandingRow row, Period period) {
    return row.advances().stream()
        .map(it -> Reply.when(period.contains(it.since()), Reply.of(advance(row, it)), Reply.none()))
        .reduce(Reply.none(), Reply::and);
  }

  private static Contribution advance(StandingRow row, StandingRow.Step step) {
    return Contribution.of(narrowed(ADVANCED, row).with("stage", step.stage()), ONE);
  }

  private static FigureKey narrowed(FigureKey figure, StandingRow row) {
    return figure.with("ladder", row.ladder().value()).with("org", row.org().value());
  }

  @Override
  public String name() {
    return "membership.MembershipRegister";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<StandingId> keyType() {
    return StandingId.class;
  }

  @Override
  public Class<StandingRow> rowType() {
    return StandingRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Beginning.class, StageReached.class, Ending.class);
  }

  @Override
  public Set<StandingId> keys(RecordedEvent recorded) {
    return Set.of(((OfStanding) recorded.event()).standing());
  }

  @Override
  public Optional<StandingRow> apply(StandingId key, Optional<StandingRow> row, Happening happening) {
    return switch ((OfStanding) happening.event()) {
      case Beginning it -> Optional.of(StandingRow.of(it, happening.occurred()));
      case StageReached it -> row.map(standing -> standing.reaching(it, happening.occurred()));
      case Ending it -> row.map(standing -> standing.ended(it.end(), happening.occurred()));
      case TalkHeld it -> row;
    };
  }

  @Override
  public List<Contribution> figures(StandingId key, StandingRow row) {
    List<Contribution> figures = new ArrayList<>();
    if (row.applied()) {
      figures.add(Contribution.of(narrowed(EVER_APPLIED, row), ONE));
    }
    if (row.isOpen()) {
      figures.add(Contribution.of(narrowed(CURRENT, row).with("stage", row.stage()), ONE));
    }
    row.advances().forEach(it -> figures.add(advance(row, it)));
    return figures;
  }

  @Override
  public Map<String, Function<StandingRow, Collection<String>>> indexes() {
    return Map.of(
        "person", row -> List.of(row.person().value()),
        "ladder", row -> List.of(row.ladder().value()),
        "org", row -> List.of(row.org().value()),
        "stage", row -> List.of(row.stage()));
  }
}
