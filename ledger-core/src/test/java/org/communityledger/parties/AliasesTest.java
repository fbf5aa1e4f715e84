package org.communityledger.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.parties.PartyCommand.RecordAlias;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyRefusal.AliasTaken;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AliasesTest {
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Tag UNION = new OrgId("kaiyuan-union").tag();
  private static final Tag OFFICE = new OrgId("kaiyuan").tag();
  private static final Tag ESTATE = new PlaceId("yunqiyuan").tag();

  private final RuleScenario ledger = new RuleScenario();

  @BeforeEach
  void two_organisations_and_a_place_are_registered() {
    given(new RegisterOrg(new OrgId("kaiyuan-union"), "UNION", "开源街道总工会", true, Optional.empty(), Optional.empty()));
    given(new RegisterOrg(new OrgId("kaiyuan"), "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty()));
    given(new RegisterPlace(new PlaceId("yunqiyuan"), "ESTATE", "云栖苑", Optional.empty(), true));
  }

  @Test
  void a_short_name_is_found_by_its_kind_and_text() {
    when(new RecordAlias(UNION, "街道工会", false)).isAcceptedWith(new AliasRecorded(UNION, "街道工会", false));

    assertThat(ledger.at(ledger.last()).tags())
        .isEqualTo(Set.of(UNION, new Tag("alias", "org:%E8%A1%97%E9%81%93%E5%B7%A5%E4%BC%9A")));
  }

  @Test
  void a_name_stands_for_one_organisation() {
    long first = given(new RecordAlias(UNION, "街道工会", false));

    when(new RecordAlias(OFFICE, "街道工会", true)).isRefusedWith(new AliasTaken("街道工会", UNION), first);
  }

  @Test
  void an_organisation_and_a_place_may_share_a_name() {
    given(new RecordAlias(OFFICE, "云栖", true));

    when(new RecordAlias(ESTATE, "云栖", true)).isAcceptedWith(new AliasRecorded(ESTATE, "云栖", true));
  }

  @Test
  void an_organisation_has_many_names() {
    given(new RecordAlias(UNION, "街道工会", true));

    when(new RecordAlias(UNION, "工会", true)).isAccepted();
  }

  @Test
  void what_was_concluded_is_confirmed_once() {
    long concluded = given(new RecordAlias(UNION, "街道工会", false));

    when(new RecordAlias(UNION, "街道工会", false)).isRefusedWith(new AliasTaken("街道工会", UNION), concluded);
    long confirmed = given(new RecordAlias(UNION, "街道工会", true));
    when(new RecordAlias(UNION, "街道工会", true)).isRefusedWith(new AliasTaken("街道工会", UNION), confirmed);
    when(new RecordAlias(UNION, "街道工会", false)).isRefusedWith(new AliasTaken("街道工会", UNION), confirmed);
  }

  @Test
  void what_has_another_name_must_be_known() {
    when(new RecordAlias(new OrgId("nobody").tag(), "x", true))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(new OrgId("nobody")));
    when(new RecordAlias(new PlaceId("nowhere").tag(), "x", true))
        .isRefusedForLackOf("place:nowhere in PlaceRegistration", new UnknownPlace(new PlaceId("nowhere")));
  }

  @Test
  void persons_have_no_names_in_the_clear() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordAlias(new PersonId("p-1").tag(), "小王", true))
        .withMessage("target must be an organisation or a place, org:<id> or place:<id>, not 'person:p-1'");
  }

  @Test
  void a_name_fits_into_a_tag() {
    assertThat(new RecordAlias(UNION, "街".repeat(32), true).alias()).hasSize(32);
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordAlias(UNION, "街".repeat(33), true));
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordAlias(UNION, " ", true))
        .withMessageStartingWith("alias must have 1 to 60 characters");
  }

  private long given(Command command) {
    return ledger.given(command, CLERK);
  }

  private RuleScenario.Answer when(Command command) {
    return ledger.when(command, CLERK);
  }
}
