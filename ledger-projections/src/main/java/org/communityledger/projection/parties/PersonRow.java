package org.communityledger.projection.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.When;

/**
 * The households of a person.
 *
 * @param person the person
 * @param stays the households the person belonged to, the present one last
 */
public record PersonRow(PersonId person, List<Stay> stays) {
  public PersonRow {
    stays = List.copyOf(stays);
  }

  /**
   * That a person belonged to a household.
   *
   * @param household the household
   * @param since when that was recorded to begin: the registration of the household or the move into it
   * @param until when the person moved on; empty for the present household
   */
  public record Stay(HouseholdId household, When since, Optional<When> until) {}

  static PersonRow of(PersonId person) {
    return new PersonRow(person, List.of());
  }

  /** The household the person belongs to now. */
  public Optional<HouseholdId> household() {
    return stays.stream().filter(it -> it.until().isEmpty()).map(Stay::household).findFirst();
  }

  PersonRow cameTo(HouseholdId household, When when) {
    Stream<Stay> before = stays.stream()
        .map(it -> it.until().isEmpty() ? new Stay(it.household(), it.since(), Optional.of(when)) : it);
    return new PersonRow(person,
        Stream.concat(before, Stream.of(new Stay(household, when, Optional.empty()))).toList());
  }
}
