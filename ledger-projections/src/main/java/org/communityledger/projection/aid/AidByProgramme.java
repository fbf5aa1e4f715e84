package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Programmes and their rounds, and what was granted and given in them, item by item. How many different parties were served
 * is told by {@link AidByRecipient}, and rates with such numbers by {@link AidRates}.
 *
 * <p>Its figures:
 * <ul>
 * <li><code>aid.programmes{kind,state}</code>: programmes, {@code OPEN} and {@code CLOSED}, in {@link Unit#ITEM}
 * <li><code>aid.rounds{programme,state}</code>: rounds, in {@link Unit#ITEM}
 * <li><code>aid.entitled</code>, <code>aid.delivered</code>, <code>aid.reversed</code>,
 * <code>aid.net{item,programme,round,unit}</code>: what was granted and not revoked, what was given, what of it was
 * reversed, and what was not; in {@code unit}. The round is {@code -} outside of rounds
 * <li><code>aid.deliveries{programme,round}</code>: deliveries that were not reversed, in {@link Unit#ITEM}
 * <li><code>aid.kindsOfItems{programme,round}</code>: different items given, at least so many where not all were named; in
 * {@link Unit#PIECE}
 * <li><code>aid.completion{programme,unit}</code>: net out of the target, where that is set in the unit of items; what the
 * target is stands with it
 * </ul>
 *
 * <p>Rows are found by {@code programme}.
 */
public final class AidByProgramme implements Projection<AidPart, ProgrammeRow> {
  private static final FigureKey PROGRAMMES = FigureKey.of("aid.programmes");
  private static final FigureKey ROUNDS = FigureKey.of("aid.rounds");
  private static final FigureKey ENTITLED = FigureKey.of("aid.entitled");
  private static final FigureKey DELIVERED = FigureKey.of("aid.delivered");
  private static final FigureKey REVERSED = FigureKey.of("aid.reversed");
  private static final FigureKey NET = FigureKey.of("aid.net");
  private static final FigureKey DELIVERIES = FigureKey.of("aid.deliveries");
  private static final FigureKey KINDS_OF_ITEMS = FigureKey.of("aid.kindsOfItems");
  private static final FigureKey COMPLETION = FigureKey.of("aid.completion");

  @Override
  public String name() {
    return "aid.AidByProgramme";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<AidPart> keyType() {
    return AidPart.class;
  }

  @Override
  public Class<ProgrammeRow> rowType() {
    return ProgrammeRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ProgrammeOpened.class, TermsChanged.class, ProgrammeClosed.class, RoundOpened.class,
        RoundClosed.class, EntitlementGranted.class, EntitlementRevoked.class, Delivered.class, DeliveredToCrowd.class,
        DeliveryReversed.class);
  }

  @Override
  public Set<AidPart> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case ProgrammeOpened it -> Set.of(new AidPart(it.programme(), Optional.empty()));
      case TermsChanged it -> Set.of(new AidPart(it.programme(), Optional.empty()));
      case ProgrammeClosed it -> Set.of(new AidPart(it.programme(), Optional.empty()));
      case RoundOpened it -> Set.of(new AidPart(it.programme(), Optional.of(it.round())));
      case RoundClosed it -> Set.of(new AidPart(it.programme(), Optional.of(it.round())));
      case EntitlementGranted it -> both(it.programme(), it.round());
      case EntitlementRevoked it -> both(it.programme(), it.round());
      case Delivered it -> both(it.programme(), it.round());
      case DeliveredToCrowd it -> both(it.programme(), it.round());
      case DeliveryReversed it -> both(it.programme(), it.round());
      default -> Set.of();
    };
  }

  private static Set<AidPart> both(ProgrammeId programme, Optional<RoundId> round) {
    AidPart whole = new AidPart(programme, Optional.empty());
    return round.isEmpty() ? Set.of(whole) : Set.of(whole, new AidPart(programme, round));
  }

  @Override
  public Optional<ProgrammeRow> apply(AidPart key, Optional<ProgrammeRow> row, Happening happening) {
    return Optional.of(row.orElseGet(() -> ProgrammeRow.of(key)).after(happening.event(),
        happening.recorded().position()));
  }

  @Override
  public List<Contribution> figures(AidPart key, ProgrammeRow row) {
    List<Contribution> figures = new ArrayList<>();
    String programme = key.programme().value();
    String round = key.round().map(RoundId::value).orElse("-");
    String state = row.closed() ? "CLOSED" : "OPEN";
    if (key.round().isPresent()) {
      figures.add(Contribution.of(ROUNDS.with("programme", programme).with("state", state),
          Tally.exact(1, Unit.ITEM)));
    } else {
      row.kind().ifPresent(it -> figures.add(Contribution.of(PROGRAMMES.with("kind", it).with("state", state),
          Tally.exact(1, Unit.ITEM))));
    }
    for (ItemTotals each : row.items().totals()) {
      figures.add(Contribution.of(labelled(ENTITLED, each, programme, round), each.entitled()));
      figures.add(Contribution.of(labelled(DELIVERED, each, programme, round), each.delivered()));
      figures.add(Contribution.of(labelled(REVERSED, each, programme, round), each.reversed()));
      figures.add(Contribution.of(labelled(NET, each, programme, round), each.net()));
    }
    if (row.deliveries() > 0) {
      figures.add(Contribution.of(DELIVERIES.with("programme", programme).with("round", round),
          Tally.exact(Math.max(0, row.deliveries() - row.reversals()), Unit.ITEM)));
      figures.add(Contribution.of(KINDS_OF_ITEMS.with("programme", programme).with("round", round), kinds(row)));
    }
    completion(row).ifPresent(it -> figures.add(Contribution.of(
        COMPLETION.with("programme", programme).with("unit", it.whole().unit().code()), it)));
    return figures;
  }

  private static FigureKey labelled(FigureKey key, ItemTotals totals, String programme, String round) {
    return key.with("item", totals.item()).with("programme", programme).with("round", round)
        .with("unit", totals.unit().code());
  }

  private static Tally kinds(ProgrammeRow row) {
    long kinds = row.items().totals().stream().filter(it -> it.delivered().upper().filter(most -> most == 0).isEmpty())
        .map(ItemTotals::item).distinct().count();
    return row.itemsOpen() ? Tally.atLeast(kinds, Unit.PIECE) : Tally.exact(kinds, Unit.PIECE);
  }

  /** A target in persons or households is reached by parties, whom this view does not tell apart. */
  private static Optional<Ratio> completion(ProgrammeRow row) {
    return row.target().filter(it -> !AidRates.isOfParties(it))
        .map(it -> AidRates.completion(it, row.net(it.amount().unit())));
  }

  @Override
  public Map<String, Function<ProgrammeRow, Collection<String>>> indexes() {
    return Map.of("programme", row -> List.of(row.part().programme().value()));
  }
}
