package org.communityledger.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.parties.PartyRefusal.AlreadyRegistered;
import org.communityledger.parties.PartyRefusal.OrgCycle;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteringPartiesTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final PersonId RIDER = new PersonId("rider-05");
  private static final OrgId OFFICE = new OrgId("kaiyuan");
  private static final OrgId GUODONG = new OrgId("guodong");
  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");

  private final RuleScenario ledger = new RuleScenario();

  @Test
  void a_person_is_registered_without_saying_who_it_is() {
    ledger.when(RegisterPerson.of(RIDER, Optional.of(true), Optional.of("rider")), CLERK)
        .isAcceptedWith(new PersonRegistered(RIDER, Optional.empty(), Optional.of(true), Optional.of("rider")));
  }

  @Test
  void who_a_person_is_stands_sealed_under_the_persons_key() {
    Identity identity = new Identity(Optional.of("王建国"), Optional.of("110101195303077735"),
        Optional.of(When.inYear(1953)), Optional.of("男"), Optional.of("云栖苑7-2-301"), Optional.of("13800000000"));

    ledger.when(new RegisterPerson(RIDER, Optional.of(Sealed.of(identity)), Optional.empty(), Optional.empty()), CLERK)
        .isAcceptedWith(new PersonRegistered(RIDER, Optional.of(RuleScenario.sealed(RIDER, "IDENTITY", identity)),
            Optional.empty(), Optional.empty()));
    assertThat(ledger.at(ledger.last()).tags())
        .containsExactlyInAnyOrder(RIDER.tag(), new Tag("subject", "person:rider-05"));
  }

  @Test
  void an_identity_tells_nothing_in_its_text_nor_in_what_is_wrong_with_it() {
    assertThat(Identity.named("王建国")).hasToString("Identity");
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.named("王建国\n云栖苑"))
        .withMessageStartingWith("name must have 1 to 100 characters").withMessageNotContaining("王建国");
  }

  @Test
  void a_person_is_registered_once() {
    long first = ledger.given(RegisterPerson.of(RIDER, Optional.empty(), Optional.empty()), CLERK);

    ledger.when(RegisterPerson.of(RIDER, Optional.of(true), Optional.empty()), CLERK)
        .isRefusedWith(new AlreadyRegistered(RIDER), first);
  }

  @Test
  void an_organisation_stands_below_another_and_at_a_place() {
    ledger.given(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true), CLERK);
    ledger.given(org(OFFICE, Optional.empty(), Optional.empty()), CLERK);

    ledger.when(org(GUODONG, Optional.of(OFFICE), Optional.of(ESTATE)), CLERK).isAcceptedWith(
        new OrgRegistered(GUODONG, "COMPANY", "guodong", true, Optional.of(OFFICE), Optional.of(ESTATE)));
  }

  @Test
  void an_organisation_is_registered_once() {
    long first = ledger.given(org(OFFICE, Optional.empty(), Optional.empty()), CLERK);
    ledger.given(org(GUODONG, Optional.of(OFFICE), Optional.empty()), CLERK);

    ledger.when(org(OFFICE, Optional.empty(), Optional.empty()), CLERK)
        .isRefusedWith(new AlreadyRegistered(OFFICE), first);
  }

  @Test
  void an_organisation_does_not_stand_below_itself() {
    ledger.when(org(OFFICE, Optional.of(OFFICE), Optional.empty()), CLERK).isRefusedWith(new OrgCycle(OFFICE, OFFICE));
  }

  @Test
  void an_organisation_does_not_stand_below_an_unknown_one() {
    ledger.when(org(GUODONG, Optional.of(OFFICE), Optional.empty()), CLERK)
        .isRefusedForLackOf("org:kaiyuan in OrgRegistration", new UnknownOrg(OFFICE));
  }

  @Test
  void an_organisation_is_not_at_an_unknown_place() {
    ledger.when(org(GUODONG, Optional.empty(), Optional.of(ESTATE)), CLERK)
        .isRefusedForLackOf("place:yunqiyuan in PlaceRegistration", new UnknownPlace(ESTATE));
  }

  private static RegisterOrg org(OrgId id, Optional<OrgId> parent, Optional<PlaceId> place) {
    return new RegisterOrg(id, "COMPANY", id.value(), true, parent, place);
  }
}
