package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.AidRefusal.QuotaExhausted;
import org.communityledger.aid.Limit;
import org.communityledger.aid.Limit.Per;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.QuotaCount;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockMove;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.testing.Crowd;
import org.communityledger.testing.Matters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesForTheLastItemTest {
  private static final int CALLERS = 32;
  private static final SiteId STATION = new SiteId("station");
  private static final LotId WATER = new LotId("water");
  private static final ProgrammeId KIT = new ProgrammeId("kit");
  private static final PersonId KEEPER = new PersonId("keeper");
  private static final AidLine BOTTLE = AidLine.of("water", Tally.exact(1, Unit.ITEM), WATER);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    given(registerEstate());
    given(registerOffice());
    given(OpenSite.of(STATION, "STATION", ESTATE, OFFICE));
    given(RegisterPerson.of(KEEPER, Optional.empty(), Optional.empty()));
    for (int i = 0; i < CALLERS; i++) {
      given(RegisterPerson.of(rider(i), Optional.empty(), Optional.of("rider")));
    }
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static PersonId rider(int number) {
    return new PersonId("rider-" + number);
  }

  private Receipt given(Command command) {
    return receipt(ledger.record(command, header("given-" + ledger.reader().size())));
  }

  private void givenProgramme(Terms terms) {
    given(OpenProgramme.of(KIT, ProgrammeKind.GOODS, "清凉包", When.on(Matters.DAY), OFFICE).on(terms));
  }

  private static Deliver bottle(int number, PersonId rider) {
    return Deliver.at(STATION, new DeliveryId("d-" + number), KIT, rider, KEEPER, BOTTLE);
  }

  @Test
  void of_many_callers_for_the_last_bottle_exactly_one_succeeds() throws Exception {
    givenProgramme(Terms.none());
    given(ReceiveStock.of(WATER, "water", Tally.exact(1, Unit.ITEM), STATION));

    List<Outcome> outcomes = Crowd.of(CALLERS,
        number -> ledger.record(bottle(number, rider(number)), header("race-" + number)));

    Delivered last = accepted(outcomes).getFirst();
    assertThat(accepted(outcomes)).hasSize(1);
    assertThat(last.moves()).containsExactly(new StockMove(WATER, STATION, -1, 0));
    assertThat(refusals(outcomes)).containsExactly(new StockShort(WATER, STATION, 1, 0));
  }

  @Test
  void of_many_callers_for_the_one_bottle_a_rider_may_have_exactly_one_succeeds() throws Exception {
    Limit once = Limit.of(1, Per.PROGRAMME);
    givenProgramme(Terms.none().limitedTo(once));
    given(ReceiveStock.of(WATER, "water", Tally.exact(CALLERS, Unit.ITEM), STATION));

    List<Outcome> outcomes = Crowd.of(CALLERS,
        number -> ledger.record(bottle(number, rider(0)), header("race-" + number)));

    assertThat(accepted(outcomes)).hasSize(1);
    assertThat(refusals(outcomes)).containsExactly(new AlreadyServed(KIT, rider(0), once));
  }

  @Test
  void of_many_callers_for_the_last_places_of_a_quota_as_many_succeed_as_there_are() throws Exception {
    givenProgramme(Terms.none().withQuota(5));

    List<Outcome> outcomes = Crowd.of(CALLERS, number -> ledger.record(number % 2 == 0
        ? Deliver.of(new DeliveryId("d-" + number), KIT, rider(number), KEEPER, AidLine.of("water", Tally.exact(1,
            Unit.ITEM)))
        : Entitle.of(new EntitlementId("e-" + number), KIT, rider(number), AidLine.of("water", Tally.exact(1,
            Unit.ITEM))),
        header("race-" + number)));

    assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(5);
    assertThat(refusals(outcomes)).containsExactly(new QuotaExhausted(KIT, Optional.empty(), 5));
  }

  @Test
  void everybody_gets_a_bottle_while_there_are_some_and_the_balance_is_right() throws Exception {
    givenProgramme(Terms.none().withQuota(CALLERS));
    given(ReceiveStock.of(WATER, "water", Tally.exact(CALLERS, Unit.ITEM), STATION));

    List<Outcome> outcomes = Crowd.of(CALLERS,
        number -> ledger.record(bottle(number, rider(number)), header("race-" + number)));

    assertThat(accepted(outcomes)).hasSize(CALLERS);
    Delivered last = (Delivered) ledger.reader().event(ledger.reader().size() - 1).event();
    assertThat(last.moves()).containsExactly(new StockMove(WATER, STATION, -1, 0));
    assertThat(last.quota()).contains(new QuotaCount(1, CALLERS));
  }

  private List<Delivered> accepted(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Accepted.class::isInstance).map(Outcome.Accepted.class::cast)
        .map(it -> (Delivered) ledger.reader().event(it.receipt().entries().getFirst().position()).event()).toList();
  }

  private static Set<Refusal> refusals(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast)
        .map(Outcome.Refused::refusal).collect(Collectors.toSet());
  }
}
