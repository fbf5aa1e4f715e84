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
import org.communityledger.kernel.Event;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * What each party may have and got of each programme, and each crowd. Restricted: it tells who is in need of what. In
 * sensitive programmes the party is a surrogate.
 *
 * <p>Its figures count different persons or households who got something that was not reversed, each once, however often
 * they came. Where something was given to crowds, nobody knows whom they have in common: the figure is at least the number
 * of those who are named or of the largest crowd, and at most all of them together.
 * <ul>
 * <li><code>aid.served{programme,unit}</code>: of the programme
 * <li><code>aid.served.inRound{programme,round,unit}</code>: in a round, {@code -} outside of rounds
 * <li><code>aid.served.ofItem{item,programme,unit}</code>: of an item or a service
 * <li><code>aid.entitlements{programme,state}</code>: entitlements by what became of them, in {@link Unit#ITEM}; lapsed ones
 * only by the question {@link RecipientRow#state} asked of a day
 * </ul>
 *
 * <p>Rows are found by {@code party} (its tag) and {@code programme}.
 */
public final class AidByRecipient implements Projection<Recipient, RecipientRow> {
  private static final FigureKey SERVED = FigureKey.of("aid.served");
  private static final FigureKey IN_ROUND = FigureKey.of("aid.served.inRound");
  private static final FigureKey OF_ITEM = FigureKey.of("aid.served.ofItem");
  private static final FigureKey ENTITLEMENTS = FigureKey.of("aid.entitlements");

  @Override
  public String name() {
    return "aid.AidByRecipient";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Recipient> keyType() {
    return Recipient.class;
  }

  @Override
  public Class<RecipientRow> rowType() {
    return RecipientRow.class;
  }

  @Override
  public Optional<String> restrictedTo() {
    return Optional.of(name());
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(EntitlementGranted.class, EntitlementRevoked.class, Delivered.class, DeliveredToCrowd.class,
        DeliveryReversed.class);
  }

  @Override
  public Set<Recipient> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case EntitlementGranted it -> Set.of(Recipient.of(it.programme(), it.party()));
      case EntitlementRevoked it -> Set.of(Recipient.of(it.programme(), it.party()));
      case Delivered it -> Set.of(Recipient.of(it.programme(), it.party()));
      case DeliveredToCrowd it -> Set.of(Recipient.crowd(it.programme(), it.delivery()));
      case DeliveryReversed it -> Set.of(it.party().map(party -> Recipient.of(it.programme(), party))
          .orElseGet(() -> Recipient.crowd(it.programme(), it.delivery())));
      default -> Set.of();
    };
  }

  @Override
  public Optional<RecipientRow> apply(Recipient key, Optional<RecipientRow> row, Happening happening) {
    return switch (happening.event()) {
      case EntitlementGranted it -> Optional.of(of(key, row).granted(it));
      case EntitlementRevoked it -> row.map(found -> found.revoked(it.entitlement()));
      case Delivered it -> Optional.of(of(key, row).given(it, happening.recorded()));
      case DeliveredToCrowd it -> Optional.of(of(key, row).given(it, happening.recorded()));
      case DeliveryReversed it -> row.map(found -> found.reversed(it.delivery()));
      default -> row;
    };
  }

  private static RecipientRow of(Recipient key, Optional<RecipientRow> row) {
    return row.orElseGet(() -> RecipientRow.of(key));
  }

  @Override
  public List<Contribution> figures(Recipient key, RecipientRow row) {
    List<Contribution> figures = new ArrayList<>();
    String programme = key.programme().value();
    if (row.given().findAny().isPresent()) {
      figures.add(served(SERVED.with("programme", programme), row));
      row.given().map(it -> it.round().map(RoundId::value).orElse("-")).distinct()
          .forEach(it -> figures.add(served(IN_ROUND.with("programme", programme).with("round", it), row)));
      row.given().flatMap(it -> it.lines().stream()).map(it -> it.item()).distinct()
          .forEach(it -> figures.add(served(OF_ITEM.with("programme", programme).with("item", it), row)));
    }
    row.entitlements().forEach(it -> figures.add(Contribution.of(
        ENTITLEMENTS.with("programme", programme).with("state", row.state(it, When.unknown())),
        Tally.exact(1, Unit.ITEM))));
    return figures;
  }

  private static Contribution served(FigureKey key, RecipientRow row) {
    Tally people = row.people().orElseGet(() -> Tally.exact(1,
        row.recipient().party().filter(HouseholdId.class::isInstance).isPresent() ? Unit.HOUSEHOLD : Unit.PERSON));
    FigureKey labelled = key.with("unit", people.unit().code());
    return row.people().isPresent() ? Contribution.ofGroup(labelled, people) : Contribution.of(labelled, people);
  }

  @Override
  public Map<String, Function<RecipientRow, Collection<String>>> indexes() {
    return Map.of(
        "party", row -> row.recipient().party().map(it -> it.tag().toString()).stream().toList(),
        "programme", row -> List.of(row.recipient().programme().value()));
  }
}
