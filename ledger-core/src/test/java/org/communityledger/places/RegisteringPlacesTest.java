package org.communityledger.places;

import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceRefusal.AlreadyRegistered;
import org.communityledger.places.PlaceRefusal.PlaceCycle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteringPlacesTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final PlaceId DISTRICT = new PlaceId("pingcheng");
  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");

  private final RuleScenario ledger = new RuleScenario();

  @Test
  void a_place_lies_within_a_registered_one() {
    ledger.given(district(), CLERK);

    ledger.when(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.of(DISTRICT), false), CLERK)
        .isAcceptedWith(new PlaceRegistered(ESTATE, "ESTATE", "云栖苑", Optional.of(DISTRICT), false));
  }

  @Test
  void a_place_is_registered_once() {
    ledger.given(district(), CLERK);
    long first = ledger.last();
    ledger.given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.of(DISTRICT), false), CLERK);

    ledger.when(district(), CLERK).isRefusedWith(new AlreadyRegistered(DISTRICT), first);
  }

  @Test
  void a_place_does_not_lie_within_itself() {
    ledger.when(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.of(ESTATE), true), CLERK)
        .isRefusedWith(new PlaceCycle(ESTATE, ESTATE));
  }

  @Test
  void a_place_does_not_lie_within_an_unknown_one() {
    ledger.when(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.of(DISTRICT), true), CLERK)
        .isRefusedForLackOf("place:pingcheng in PlaceRegistered", new UnknownPlace(DISTRICT));
  }

  private static RegisterPlace district() {
    return new RegisterPlace(DISTRICT, "DISTRICT", "平城区", Optional.empty(), true);
  }
}
