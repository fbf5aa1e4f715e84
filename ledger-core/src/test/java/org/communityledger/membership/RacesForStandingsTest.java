package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.StandingId;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipRefusal.StageSkipped;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.testing.Crowd;
import org.communityledger.testing.Matters;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesForStandingsTest {
  private static final LadderId PARTY = new LadderId("party");
  private static final PersonId RIDER = new PersonId("rider-01");

  @TempDir
  Path folder;

  @Test
  void of_many_applications_of_one_person_exactly_one_is_recorded() throws Exception {
    try (Ledger ledger = open()) {
      List<Outcome> outcomes = Crowd.of(16,
          number -> ledger.record(application("s-" + number, RIDER), header("apply-" + number)));

      assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast))
          .hasSize(15).allSatisfy(it -> {
            assertThat(it.refusal().name()).isEqualTo("DuplicateStanding");
            assertThat(it.causes()).containsExactly(5L);
          });
      assertThat(ledger.reader().size()).isEqualTo(6);
    }
  }

  @Test
  void of_many_decisions_about_one_standing_exactly_one_is_recorded() throws Exception {
    try (Ledger ledger = open()) {
      given(ledger, application("s-1", RIDER), "apply");
      AdvanceStage toActivist = new AdvanceStage(new StandingId("s-1"), RIDER, "activist",
          List.of(Matters.OFFICE), List.of(Evidence.of("recommendation")));

      List<Outcome> outcomes = Crowd.of(16, number -> ledger.record(toActivist, header("advance-" + number)));

      assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast))
          .hasSize(15).allSatisfy(it -> assertThat(it.refusal()).isEqualTo(new StageSkipped(new StandingId("s-1"),
              "activist", "activist", Optional.of("development-candidate"))));
    }
  }

  @Test
  void applications_of_different_persons_do_not_stand_in_each_others_way() throws Exception {
    try (Ledger ledger = open()) {
      for (int i = 0; i < 8; i++) {
        given(ledger, RegisterPerson.of(new PersonId("other-" + i), Optional.empty(), Optional.empty()), "other-" + i);
      }

      List<Outcome> outcomes = Crowd.of(8, number -> ledger
          .record(application("s-" + number, new PersonId("other-" + number)), header("apply-" + number)));

      assertThat(outcomes).allSatisfy(it -> assertThat(it).isInstanceOf(Outcome.Accepted.class));
    }
  }

  private static Apply application(String standing, PersonId person) {
    return new Apply(new StandingId(standing), person, PARTY, Matters.OFFICE, Sealed.of("I apply"));
  }

  private Ledger open() {
    Ledger ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    given(ledger, registerEstate(), "place");
    given(ledger, registerOffice(), "office");
    given(ledger, DefineLadder.shipped(PARTY), "ladder");
    given(ledger, RegisterPerson.of(RIDER, Optional.of(true), Optional.empty()), "rider");
    return ledger;
  }

  private static void given(Ledger ledger, Command command, String id) {
    receipt(ledger.record(command, header(id)));
  }
}
