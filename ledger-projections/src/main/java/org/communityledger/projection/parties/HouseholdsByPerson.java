package org.communityledger.projection.parties;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The household each person belongs to, and those before.
 *
 * <p>Its figure, in {@link Unit#PERSON}: {@code households.members}, the persons who belong to a household. Rows are found
 * by {@code household}, the present one.
 */
public final class HouseholdsByPerson implements Projection<PersonId, PersonRow> {
  private static final FigureKey MEMBERS = FigureKey.of("households.members");

  @Override
  public String name() {
    return "parties.HouseholdsByPerson";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<PersonId> keyType() {
    return PersonId.class;
  }

  @Override
  public Class<PersonRow> rowType() {
    return PersonRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(HouseholdRegistered.class, HouseholdMemberMoved.class);
  }

  @Override
  public Set<PersonId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case HouseholdRegistered it -> Set.copyOf(it.members());
      case HouseholdMemberMoved it -> Set.of(it.person());
      default -> Set.of();
    };
  }

  @Override
  public Optional<PersonRow> apply(PersonId key, Optional<PersonRow> row, Happening happening) {
    PersonRow person = row.orElseGet(() -> PersonRow.of(key));
    return switch (happening.event()) {
      case HouseholdRegistered it -> Optional.of(person.cameTo(it.household(), happening.occurred()));
      case HouseholdMemberMoved it -> Optional.of(person.cameTo(it.to(), happening.occurred()));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(PersonId key, PersonRow row) {
    return List.of(Contribution.of(MEMBERS, Tally.exact(1, Unit.PERSON)));
  }

  @Override
  public Map<String, Function<PersonRow, Collection<String>>> indexes() {
    return Map.of("household", row -> row.household().map(HouseholdId::value).stream().toList());
  }
}
