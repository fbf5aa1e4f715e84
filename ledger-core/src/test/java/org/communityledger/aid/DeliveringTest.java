package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.aid.AidScenario.BOTTLE;
import static org.communityledger.aid.AidScenario.CHILD;
import static org.communityledger.aid.AidScenario.FAMILY;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.JULY;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.KIT;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.PARENT;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.START;
import static org.communityledger.aid.AidScenario.STATION;
import static org.communityledger.aid.AidScenario.STRANGER;
import static org.communityledger.aid.AidScenario.UNION;
import static org.communityledger.aid.AidScenario.WATER;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.items;
import static org.communityledger.aid.AidScenario.july;
import static org.communityledger.aid.AidScenario.kit;
import static org.communityledger.aid.AidScenario.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidRefusal.DelivererIsRecipient;
import org.communityledger.aid.AidRefusal.DeliveryExists;
import org.communityledger.aid.AidRefusal.ExcludedByOther;
import org.communityledger.aid.AidRefusal.LotExpired;
import org.communityledger.aid.AidRefusal.NotEligible;
import org.communityledger.aid.AidRefusal.WrongItem;
import org.communityledger.aid.AidRefusal.WrongParty;
import org.communityledger.aid.ProgrammeCommand.ChangeTerms;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.ProgrammeRefusal.NotItsRound;
import org.communityledger.aid.ProgrammeRefusal.ProgrammeClosed;
import org.communityledger.aid.ProgrammeRefusal.RoundClosed;
import org.communityledger.aid.ProgrammeRefusal.RoundMissing;
import org.communityledger.aid.ProgrammeRefusal.SurrogateNeeded;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownActivity;
import org.communityledger.kernel.Unknown.UnknownLot;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.communityledger.kernel.Unknown.UnknownProgramme;
import org.communityledger.kernel.Unknown.UnknownRound;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.records.RecordsRefusal.UseCompensation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveringTest {
  private static final ProgrammeId MEALS = new ProgrammeId("meals");
  private static final ProgrammeId COAL = new ProgrammeId("coal");
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final PersonId SURROGATE = new PersonId("x-8f3a");

  private final AidScenario scenario = new AidScenario();

  private static Deliver out(long bottles, LotId lot) {
    return Deliver.at(STATION, FIRST, KIT, RIDER, KEEPER, AidLine.of("water", items(bottles), lot));
  }

  @Test
  void a_rider_gets_a_bottle_out_of_the_stock_of_a_station() {
    scenario.given(kit());
    long july = scenario.given(july());
    scenario.receive(WATER, 100);

    scenario.when(out(1, WATER).in(JULY), on(7, 17))
        .isAcceptedWith(new Delivered(FIRST, KIT, ProgrammeKind.GOODS, Optional.of(JULY), RIDER,
            List.of(), List.of(AidLine.of("water", items(1), WATER)), Optional.empty(), Optional.of(STATION),
            Optional.empty(), KEEPER, Acknowledgement.SIGNATURE, Optional.of(LocalDate.of(2024, 7, 17)), 1,
            scenario.ledger.id(july), Optional.empty(), Optional.empty(),
            List.of(new StockMove(WATER, STATION, -1, 99))));
    assertThat(scenario.tags(scenario.ledger.last())).extracting(Tag::toString).containsExactlyInAnyOrder(
        "delivery:d-1", "site:station", "lot:water-2024", "stock:water-2024:station", "quota:kit:july",
        "served:kit:person:rider-05", "served:kit:july:person:rider-05", "served:kit:2024-07-17:person:rider-05",
        "served:kit:water:person:rider-05", scenario.ledger.id(july).tag().toString());
  }

  @Test
  void what_a_household_gets_counts_for_its_members() {
    scenario.given(kit().forHouseholds());

    long given = scenario.given(bottle(FIRST, FAMILY));

    assertThat(scenario.event(given, Delivered.class).counted()).containsExactly(FAMILY, PARENT, CHILD);
    assertThat(scenario.tags(given)).contains(Tag.parse("served:kit:household:family"),
        Tag.parse("served:kit:person:parent"), Tag.parse("served:kit:person:child"),
        Tag.parse("served:kit:-:person:child"), Tag.parse("served:kit:2024-08-02:person:child"));
  }

  @Test
  void everything_named_must_exist() {
    scenario.when(bottle(FIRST, RIDER)).isRefusedForLackOf(
        "programme:kit in ProgrammeClosed|ProgrammeOpened|TermsChanged", new UnknownProgramme(KIT));
    scenario.given(kit());
    scenario.when(bottle(FIRST, RIDER).in(JULY)).isRefusedForLackOf("round:july in RoundOpened",
        new UnknownRound(JULY));
    scenario.when(bottle(FIRST, STRANGER)).isRefusedForLackOf("person:stranger in PersonRegistered",
        new UnknownPerson(STRANGER));
    scenario.when(Deliver.of(FIRST, KIT, RIDER, STRANGER, BOTTLE))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(STRANGER));
    ActivityId festival = new ActivityId("festival");
    scenario.when(bottle(FIRST, RIDER).during(festival)).isRefusedForLackOf("activity:festival in ActivityPlanned",
        new UnknownActivity(festival));
    SiteId nowhere = new SiteId("nowhere");
    scenario.when(Deliver.at(nowhere, FIRST, KIT, RIDER, KEEPER, BOTTLE))
        .isRefusedForLackOf("site:nowhere in SiteOpened", new UnknownSite(nowhere));
    scenario.when(out(1, WATER)).isRefusedForLackOf("lot:water-2024 in StockReceived", new UnknownLot(WATER));
    long given = scenario.given(bottle(FIRST, RIDER));
    scenario.when(bottle(FIRST, OTHER)).isRefusedWith(new DeliveryExists(FIRST), given);
  }

  @Test
  void a_programme_serves_persons_or_households() {
    long persons = scenario.given(kit());
    long households = scenario.given(OpenProgramme.of(COAL, ProgrammeKind.GOODS, "取暖煤", START, UNION)
        .forHouseholds());

    scenario.when(bottle(FIRST, FAMILY)).isRefusedWith(new WrongParty(KIT, FAMILY, Unit.PERSON), persons);
    scenario.when(bottle(FIRST, UNION)).isRefusedWith(new WrongParty(KIT, UNION, Unit.PERSON), persons);
    scenario.when(Deliver.of(FIRST, COAL, PARENT, KEEPER, AidLine.of("coal", items(1))))
        .isRefusedWith(new WrongParty(COAL, PARENT, Unit.HOUSEHOLD), households);
  }

  @Test
  void nobody_hands_out_to_themselves() {
    scenario.given(kit());

    scenario.when(bottle(FIRST, KEEPER)).isRefusedWith(new DelivererIsRecipient(FIRST, KEEPER));
    scenario.ledger.when(bottle(FIRST, RIDER), Actor.of(RIDER, "resident"))
        .isRefusedWith(new DelivererIsRecipient(FIRST, RIDER));
  }

  @Test
  void no_member_hands_out_to_the_own_household() {
    scenario.given(kit().forHouseholds());

    scenario.when(Deliver.of(FIRST, KIT, FAMILY, PARENT, BOTTLE))
        .isRefusedWith(new DelivererIsRecipient(FIRST, PARENT));
  }

  @Test
  void a_programme_in_rounds_is_given_in_one_of_its_rounds() {
    scenario.given(kit());
    long july = scenario.given(july());
    scenario.given(OpenProgramme.of(MEALS, ProgrammeKind.MEAL, "错峰用餐", START, UNION));
    RoundId lunches = new RoundId("lunches");
    long other = scenario.given(new OpenRound(lunches, MEALS, "午餐", START, Optional.empty()));

    scenario.when(bottle(FIRST, RIDER)).isRefusedWith(new RoundMissing(KIT), july);
    scenario.when(bottle(FIRST, RIDER).in(lunches)).isRefusedWith(new NotItsRound(lunches, KIT), other);
  }

  @Test
  void a_quota_that_came_later_is_kept_by_rounds() {
    scenario.given(kit());
    long changed = scenario.given(new ChangeTerms(KIT, Terms.none().withQuota(1)));

    scenario.when(bottle(FIRST, RIDER)).isRefusedWith(new RoundMissing(KIT), changed);
  }

  @Test
  void a_round_is_closed_on_the_days_it_is_not_open() {
    scenario.given(kit());
    long july = scenario.given(july());
    scenario.when(bottle(FIRST, RIDER).in(JULY), on(8, 1)).isRefusedWith(new RoundClosed(JULY), july);
    scenario.when(bottle(FIRST, RIDER).in(JULY), on(6, 30)).isRefusedWith(new RoundClosed(JULY), july);
    long closed = scenario.given(new CloseRound(JULY), on(7, 20));

    scenario.when(bottle(FIRST, RIDER).in(JULY), on(7, 21)).isRefusedWith(new RoundClosed(JULY), closed);
    scenario.when(bottle(FIRST, RIDER).in(JULY), on(7, 20)).isAccepted();
    scenario.when(bottle(SECOND, RIDER).in(JULY), When.inYear(2024)).isAccepted();
  }

  @Test
  void a_programme_without_rounds_is_closed_before_it_opens() {
    long opened = scenario.given(kit());

    scenario.when(bottle(FIRST, RIDER), on(6, 30)).isRefusedWith(new ProgrammeClosed(KIT), opened);
  }

  @Test
  void who_comes_without_an_entitlement_must_be_one_of_those_the_terms_are_for() {
    scenario.given(kit().on(Terms.none().onlyFor(Eligibility.of("rider"))));

    scenario.when(bottle(FIRST, PARENT)).isRefusedWith(new NotEligible(KIT, PARENT), 6);
    scenario.when(bottle(FIRST, RIDER)).isAccepted();
  }

  /** OpenSID: a family may have P and B, but not P and C. */
  @Test
  void a_family_may_have_two_programmes_that_go_together_and_not_two_that_do_not() {
    ProgrammeId p = new ProgrammeId("p");
    ProgrammeId b = new ProgrammeId("b");
    ProgrammeId c = new ProgrammeId("c");
    scenario.given(OpenProgramme.of(p, ProgrammeKind.GOODS, "P", START, UNION).forHouseholds());
    scenario.given(OpenProgramme.of(b, ProgrammeKind.GOODS, "B", START, UNION).forHouseholds());
    scenario.given(OpenProgramme.of(c, ProgrammeKind.GOODS, "C", START, UNION).forHouseholds()
        .on(Terms.none().excluding(p)));
    long first = scenario.given(Deliver.of(FIRST, p, FAMILY, KEEPER, BOTTLE));

    scenario.when(Deliver.of(SECOND, c, FAMILY, KEEPER, BOTTLE))
        .isRefusedWith(new ExcludedByOther(c, p, FAMILY), first);
    scenario.when(Deliver.of(SECOND, b, FAMILY, KEEPER, BOTTLE)).isAccepted();
  }

  @Test
  void which_of_two_programmes_says_that_they_do_not_go_together_makes_no_difference() {
    scenario.given(kit());
    scenario.given(OpenProgramme.of(COAL, ProgrammeKind.GOODS, "取暖煤", START, UNION).forHouseholds()
        .on(Terms.none().excluding(KIT)));
    long coal = scenario.given(Deliver.of(FIRST, COAL, FAMILY, KEEPER, AidLine.of("coal", items(1))));

    scenario.when(bottle(SECOND, CHILD)).isRefusedWith(new ExcludedByOther(KIT, COAL, CHILD), coal);
    scenario.given(new ChangeTerms(COAL, Terms.none()));
    scenario.when(bottle(SECOND, CHILD)).isAccepted();
  }

  /** bhima: a lot of 100, and one command with lines of 100 and 20. */
  @Test
  void all_lines_of_a_command_together_take_no_more_than_is_left() {
    scenario.given(kit());
    long received = scenario.receive(WATER, 100);

    scenario.when(Deliver.at(STATION, FIRST, KIT, RIDER, KEEPER, AidLine.of("water", items(100), WATER),
        AidLine.of("water", items(20), WATER))).isRefusedWith(new StockShort(WATER, STATION, 120, 100), received);

    scenario.when(out(100, WATER)).isAccepted();
    assertThat(scenario.event(scenario.ledger.last(), Delivered.class).moves())
        .containsExactly(new StockMove(WATER, STATION, -100, 0));
  }

  @Test
  void a_lot_that_was_never_at_the_site_has_nothing_left_there() {
    scenario.given(kit());
    SiteId elsewhere = new SiteId("elsewhere");
    scenario.given(OpenSite.of(elsewhere, "STATION", AidScenario.STREET, UNION));
    scenario.receive(WATER, 1);

    scenario.when(Deliver.at(elsewhere, FIRST, KIT, RIDER, KEEPER, AidLine.of("water", items(1), WATER)))
        .isRefusedForLackOf("stock:water-2024:elsewhere in MovesStock", new StockShort(WATER, elsewhere, 1, 0));
  }

  @Test
  void a_lot_holds_one_item_in_one_unit() {
    scenario.given(kit());
    long received = scenario.receive(WATER, 100);

    scenario.when(Deliver.at(STATION, FIRST, KIT, RIDER, KEEPER, AidLine.of("hat", items(1), WATER)))
        .isRefusedWith(new WrongItem("hat", WATER.tag()), received);
    scenario.when(Deliver.at(STATION, FIRST, KIT, RIDER, KEEPER,
        AidLine.of("water", Tally.exact(1, Unit.COPY), WATER)))
        .isRefusedWith(new WrongItem("water", WATER.tag()), received);
  }

  @Test
  void a_lot_is_not_given_out_after_its_last_day() {
    scenario.given(kit());
    long received = scenario.given(ReceiveStock.of(WATER, "water", items(9), STATION)
        .bestBefore(LocalDate.of(2024, 7, 20)));

    scenario.when(out(1, WATER), on(7, 21)).isRefusedWith(new LotExpired(WATER), received);
    scenario.when(out(1, WATER), on(7, 20)).isAccepted();
  }

  @Test
  void lines_are_checked_before_anything_is_asked() {
    assertThatIllegalArgumentException().isThrownBy(() -> Deliver.of(FIRST, KIT, RIDER, KEEPER));
    assertThatIllegalArgumentException().isThrownBy(() -> Deliver.of(FIRST, KIT, RIDER, KEEPER,
        AidLine.of("water", items(1), WATER)));
    assertThatIllegalArgumentException().isThrownBy(() -> AidLine.of("water", Tally.about(5, Unit.ITEM), WATER));
  }

  @Test
  void a_screening_is_done_under_a_surrogate_and_with_consent() {
    scenario.given(OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", START, UNION));
    scenario.when(exam(RIDER)).isRefusedWith(new SurrogateNeeded(SCREENING), 4);
    scenario.when(exam(SURROGATE)).isRefusedForLackOf(
        "consent:screening:person:x-8f3a in ConsentGiven|ConsentWithdrawn",
        new ProgrammeRefusal.ConsentMissing(ConsentMatter.of(SCREENING), SURROGATE));
    long consent = scenario.given(GiveConsent.of(SURROGATE, ConsentMatter.of(SCREENING), "screening"));

    long given = scenario.given(exam(SURROGATE));

    assertThat(scenario.event(given, Delivered.class).consent()).contains(scenario.ledger.id(consent));
  }

  private static Deliver exam(PersonId woman) {
    return Deliver.of(FIRST, SCREENING, woman, KEEPER, AidLine.of("cervical", Tally.exact(1, Unit.EXAM)));
  }

  @Test
  void ids_of_the_longest_kind_still_make_tags() {
    HouseholdId household = new HouseholdId("h".repeat(100));
    ProgrammeId programme = new ProgrammeId("p".repeat(100));
    RoundId round = new RoundId("r".repeat(100));
    scenario.given(new RegisterHousehold(household, List.of(RIDER), Tally.exact(1, Unit.PERSON)));
    scenario.given(OpenProgramme.of(programme, ProgrammeKind.GOODS, "长", START, UNION).forHouseholds()
        .on(Terms.none().limitedTo(Limit.of(1, Limit.Per.ROUND))));
    scenario.given(new OpenRound(round, programme, "长", START, Optional.empty()));
    long given = scenario.given(Deliver.of(FIRST, programme, household, KEEPER, BOTTLE).in(round));

    scenario.when(Deliver.of(SECOND, programme, household, KEEPER, BOTTLE).in(round)).isRefusedWith(
        new AidRefusal.AlreadyServed(programme, household, Limit.of(1, Limit.Per.ROUND)), given);
  }

  @Test
  void a_delivery_is_reversed_not_retracted() {
    scenario.given(kit());
    long given = scenario.given(bottle(FIRST, RIDER));

    scenario.whenRetracted(given).isRefusedWith(new UseCompensation(scenario.ledger.id(given)), given);
  }
}
