package org.communityledger.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.aid.AidScenario.FIRST;
import static org.communityledger.aid.AidScenario.KEEPER;
import static org.communityledger.aid.AidScenario.OTHER;
import static org.communityledger.aid.AidScenario.RIDER;
import static org.communityledger.aid.AidScenario.SECOND;
import static org.communityledger.aid.AidScenario.START;
import static org.communityledger.aid.AidScenario.UNION;
import static org.communityledger.aid.AidScenario.WORKER;
import static org.communityledger.aid.AidScenario.bottle;
import static org.communityledger.aid.AidScenario.kit;

import java.util.List;
import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidCommand.ReverseDelivery;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidRefusal.AlreadyReversed;
import org.communityledger.aid.AidRefusal.FindingExists;
import org.communityledger.aid.AidRefusal.NoFollowUp;
import org.communityledger.aid.AidRefusal.NotAScreening;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownDelivery;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingsOfScreeningsTest {
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final PersonId SURROGATE = new PersonId("x-8f3a");

  private final AidScenario scenario = new AidScenario();
  private long examined;

  @BeforeEach
  void examine() {
    scenario.given(OpenProgramme.of(SCREENING, ProgrammeKind.SCREENING, "两癌筛查", START, UNION));
    scenario.given(GiveConsent.of(SURROGATE, ConsentMatter.of(SCREENING), "screening").standingFor(OTHER));
    examined = scenario.given(Deliver.of(FIRST, SCREENING, SURROGATE, KEEPER,
        AidLine.of("cervical", Tally.exact(1, Unit.EXAM))));
  }

  private static RecordFinding finding(boolean followUp) {
    return new RecordFinding(FIRST, SURROGATE, Sealed.of("CIN1"), followUp);
  }

  @Test
  void what_was_found_is_sealed_and_only_the_follow_up_is_not() {
    scenario.when(finding(true)).isAcceptedWith(new FindingRecorded(FIRST, SCREENING, SURROGATE,
        RuleScenario.sealed(SURROGATE, "HEALTH", "CIN1"), true, scenario.ledger.id(examined)));
    assertThat(scenario.tags(scenario.ledger.last())).extracting(Object::toString).containsExactlyInAnyOrder(
        "delivery:d-1", scenario.ledger.id(examined).tag().toString(), "subject:person:x-8f3a");
  }

  @Test
  void a_finding_is_of_an_examination_in_a_screening_of_that_person() {
    scenario.given(kit());
    long bottle = scenario.given(bottle(SECOND, RIDER));

    scenario.when(new RecordFinding(SECOND, RIDER, Sealed.of("thirst"), false))
        .isRefusedWith(new NotAScreening(SECOND), bottle);
    scenario.when(new RecordFinding(FIRST, RIDER, Sealed.of("CIN1"), false))
        .isRefusedWith(new NotAScreening(FIRST), examined);
    scenario.when(new RecordFinding(new DeliveryId("d-9"), RIDER, Sealed.of("CIN1"), false))
        .isRefusedForLackOf("delivery:d-9 in Delivered|DeliveredToCrowd",
            new UnknownDelivery(new DeliveryId("d-9")));
  }

  @Test
  void there_is_one_finding_of_an_examination() {
    long found = scenario.given(finding(true));

    scenario.when(finding(false)).isRefusedWith(new FindingExists(FIRST), found);
    scenario.whenRetracted(found).isAccepted();
    scenario.when(finding(false)).isAccepted();
  }

  @Test
  void a_follow_up_is_closed_once() {
    scenario.when(new CloseFollowUp(FIRST)).isRefusedForLackOf("delivery:d-1 in FindingRecorded",
        new NoFollowUp(FIRST));
    long found = scenario.given(finding(true));

    scenario.when(new CloseFollowUp(FIRST))
        .isAcceptedWith(new FollowUpClosed(FIRST, SCREENING, SURROGATE, scenario.ledger.id(found)));
    scenario.when(new CloseFollowUp(FIRST)).isRefusedWith(new NoFollowUp(FIRST), found + 1);
    scenario.whenRetracted(found).isRefusedWith(new DependentEvents(scenario.ledger.id(found)), found + 1);
  }

  @Test
  void without_a_follow_up_there_is_none_to_be_closed() {
    long found = scenario.given(finding(false));

    scenario.when(new CloseFollowUp(FIRST)).isRefusedWith(new NoFollowUp(FIRST), found);
  }

  @Test
  void nothing_is_found_by_an_examination_that_was_reversed() {
    scenario.ledger.given(new ReverseDelivery(FIRST, List.of(), scenario.approve("aid.ReverseDelivery", FIRST.tag())),
        WORKER, "somebody else");
    long reversed = scenario.ledger.last();

    scenario.when(finding(true)).isRefusedWith(new AlreadyReversed(FIRST), reversed);
  }
}
