package org.communityledger.testkit.shipped;

import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.AidHistory.COAL;
import static org.communityledger.testkit.shipped.AidHistory.FAMILY;
import static org.communityledger.testkit.shipped.AidHistory.JULY;
import static org.communityledger.testkit.shipped.AidHistory.JULY_1;
import static org.communityledger.testkit.shipped.AidHistory.KIT;
import static org.communityledger.testkit.shipped.AidHistory.NEEDY;
import static org.communityledger.testkit.shipped.AidHistory.NEIGHBOURS;
import static org.communityledger.testkit.shipped.AidHistory.RIDER_2;
import static org.communityledger.testkit.shipped.AidHistory.SCREENING;
import static org.communityledger.testkit.shipped.AidHistory.woman;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.EntitlementState;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.AidBySite;
import org.communityledger.projection.aid.AidPart;
import org.communityledger.projection.aid.AidRates;
import org.communityledger.projection.aid.FunnelRow;
import org.communityledger.projection.aid.Participant;
import org.communityledger.projection.aid.ProgrammeRow;
import org.communityledger.projection.aid.Recipient;
import org.communityledger.projection.aid.RecipientRow;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.communityledger.projection.places.FrameRow;
import org.communityledger.testkit.FigureAssert;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.communityledger.testkit.ProjectionAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The shipped views of aid, at several moments of one history. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AidOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    AidHistory.tell(ledger);
  }

  private static ProjectionAssert<AidPart, ProgrammeRow> programmes(LedgerScenario ledger) {
    return assertThat(ledger).projection(AidByProgramme.class);
  }

  private static ProjectionAssert<Recipient, RecipientRow> recipients(LedgerScenario ledger) {
    return assertThat(ledger).projection(AidByRecipient.class);
  }

  private static ProjectionAssert<Participant, FunnelRow> funnel(LedgerScenario ledger) {
    return assertThat(ledger).projection(ScreeningFunnel.class);
  }

  @Test
  void everything_that_can_happen_in_aid_happens_in_this_history(LedgerScenario ledger) {
    assertThat(ledger).entries().extracting(RecordedEvent::event).extracting(it -> (Object) it.getClass())
        .containsAll(Stream.of(AidEvent.class, ProgrammeEvent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses())).collect(Collectors.toSet()));
  }

  @Test
  void what_was_given_stands_by_round_and_item(LedgerScenario ledger) {
    programmes(ledger).figure("aid.delivered{item=kit,programme=kit,round=july,unit=ITEM}").isExactly(18);
    programmes(ledger).figure("aid.reversed{item=kit,programme=kit}").isExactly(1);
    programmes(ledger).figure("aid.net{item=kit,programme=kit}").isExactly(17);
    programmes(ledger).figure("aid.net{item=hat,programme=kit}").isExactly(0);
    programmes(ledger).figure("aid.net{item=water,programme=kit}").isEqualTo(Tally.unknown(Unit.ITEM));
    programmes(ledger).figure("aid.deliveries{programme=kit,round=july}").isExactly(4);
    programmes(ledger).figure("aid.kindsOfItems{programme=kit}").isEqualTo(Tally.atLeast(3, Unit.PIECE));
    programmes(ledger).figure("aid.net{item=cervical,programme=screening,round=-,unit=EXAM}").isExactly(2);
  }

  @Test
  void programmes_and_rounds_are_open_or_closed(LedgerScenario ledger) {
    programmes(ledger).figure("aid.programmes{kind=GOODS,state=OPEN}").isExactly(1);
    programmes(ledger).figure("aid.programmes{kind=GOODS,state=CLOSED}").isExactly(1);
    programmes(ledger).figure("aid.programmes").isExactly(3);
    programmes(ledger).figure("aid.rounds{programme=kit,state=CLOSED}").isExactly(1);
    programmes(ledger).row(new AidPart(KIT, Optional.of(JULY))).returns(Optional.of("七月"), ProgrammeRow::name);
  }

  @Test
  void what_was_entitled_is_not_what_was_delivered(LedgerScenario ledger) {
    programmes(ledger).figure("aid.entitled{item=coal,programme=coal}").isExactly(5);
    programmes(ledger).figure("aid.net{item=coal,programme=coal}").isExactly(3);
    recipients(ledger).figure("aid.entitlements{programme=coal,state=PART}").isExactly(1);
    recipients(ledger).figure("aid.entitlements{programme=coal,state=REVOKED}").isExactly(1);
    recipients(ledger).row(new Recipient(COAL, Optional.of(FAMILY), Optional.empty())).satisfies(
        it -> Assertions.assertThat(it.state(it.entitlements().getFirst(), When.on(JULY_1.plusDays(40))))
            .isEqualTo(EntitlementState.PART));
    recipients(ledger).row(new Recipient(COAL, Optional.of(NEIGHBOURS), Optional.empty())).satisfies(
        it -> Assertions.assertThat(it.given()).isEmpty());
  }

  @Test
  void completion_names_its_target_and_coverage_its_frame(LedgerScenario ledger) {
    programmes(ledger).figure("aid.completion{programme=kit,unit=ITEM}").isEqualTo(
        new Ratio(Tally.atLeast(17, Unit.ITEM), Tally.exact(100, Unit.ITEM), "kits the union promised"));
    programmes(ledger).figure("aid.completion{programme=coal}").isAbsent();
    recipients(ledger).figure("aid.served{programme=coal,unit=HOUSEHOLD}").isExactly(1);

    Ratio completion = AidRates.completion(NEEDY, Tally.exact(1, Unit.HOUSEHOLD));
    Assertions.assertThat(completion.percentage()).contains(new BigDecimal("10.00"));
    Assertions.assertThat(completion.wholeMeans()).isEqualTo("households on the list of the needy");
    FrameRow all = new FrameRow(new FrameId("homes"), "all households of the street", new PlaceId("street"), 1,
        Tally.exact(8, Unit.HOUSEHOLD), List.of(), JULY_1, List.of(), 0);
    Assertions.assertThat(AidRates.coverage(all, Tally.exact(1, Unit.HOUSEHOLD)).percentage())
        .contains(new BigDecimal("12.50"));
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> AidRates.completion(NEEDY, Tally.exact(1, Unit.PERSON)));
  }

  @Test
  void different_persons_are_counted_once_and_crowds_make_it_an_interval(LedgerScenario ledger) {
    recipients(ledger).figure("aid.served{programme=kit,unit=PERSON}").isEqualTo(Tally.atLeast(10, Unit.PERSON));
    served(ledger, JULY_1.plusDays(16)).isEqualTo(Tally.between(10, 22, Unit.PERSON));
    served(ledger, JULY_1.plusDays(17)).isEqualTo(Tally.between(10, 21, Unit.PERSON));
    served(ledger, JULY_1.plusDays(21)).isEqualTo(Tally.between(10, 22, Unit.PERSON));
    recipients(ledger).figure("aid.served.ofItem{item=hat,programme=kit}").isAbsent();
    recipients(ledger).figure("aid.served.inRound{programme=kit,round=july}")
        .isEqualTo(Tally.atLeast(10, Unit.PERSON));
  }

  private static FigureAssert served(LedgerScenario ledger, LocalDate day) {
    return recipients(ledger).asOf(AsOf.asHappened(day)).figure("aid.served{programme=kit,unit=PERSON}");
  }

  @Test
  void what_a_recipient_got_shows_what_was_reversed(LedgerScenario ledger) {
    recipients(ledger).row(new Recipient(KIT, Optional.of(RIDER_2), Optional.empty())).satisfies(
        it -> Assertions.assertThat(it.deliveries()).extracting(RecipientRow.Gift::reversed).containsExactly(true));
  }

  @Test
  void a_site_has_what_was_given_there(LedgerScenario ledger) {
    assertThat(ledger).projection(AidBySite.class).figure("aid.site.net{item=kit,site=station}").isExactly(17);
    assertThat(ledger).projection(AidBySite.class).figure("aid.site.reversed{item=hat,programme=kit,site=station}")
        .isExactly(2);
    assertThat(ledger).projection(AidBySite.class).figure("aid.site.net{programme=coal}").isAbsent();
  }

  @Test
  void the_funnel_narrows_from_consent_to_follow_up(LedgerScenario ledger) {
    funnel(ledger).figure("screening.registered{programme=screening}").isExactly(2);
    funnel(ledger).figure("screening.examined{programme=screening}").isExactly(2);
    funnel(ledger).figure("screening.recall{programme=screening}").isExactly(2);
    funnel(ledger).figure("screening.followUpOpen{programme=screening}").isExactly(1);
    funnel(ledger).figure("screening.followUpClosed{programme=screening}").isExactly(1);
    recipients(ledger).figure("aid.served.ofItem{item=cervical,programme=screening}").isExactly(2);
    recipients(ledger).figure("aid.served{programme=screening}").isExactly(2);
    funnel(ledger).row(new Participant(SCREENING, woman(3))).returns(false, FunnelRow::registered);
  }

  @Test
  void views_rebuild_and_ignore_redelivery(LedgerScenario ledger) {
    programmes(ledger).rebuildsToTheSameState().ignoresRedelivery();
    recipients(ledger).rebuildsToTheSameState().ignoresRedelivery();
    funnel(ledger).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).projection(AidBySite.class).rebuildsToTheSameState().ignoresRedelivery();
    assertThat(ledger).isIntact();
  }
}
