package org.communityledger.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.activities.ActivityScenario.CONTEST;
import static org.communityledger.activities.ActivityScenario.RIDER;
import static org.communityledger.activities.ActivityScenario.UNION;
import static org.communityledger.activities.Measures.ATTENDANCE;
import static org.communityledger.activities.Measures.CONSULTATIONS;
import static org.communityledger.activities.Measures.MATERIALS;
import static org.communityledger.activities.ParticipantRole.ATTENDEE;
import static org.communityledger.activities.ParticipantRole.CONTESTANT;
import static org.communityledger.activities.ParticipantRole.PRESENTER;

import java.util.Optional;
import org.communityledger.activities.ActivityCommand.CheckIn;
import org.communityledger.activities.ActivityCommand.CoverTopic;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.activities.ActivityRefusal.AlreadyCheckedIn;
import org.communityledger.activities.ActivityRefusal.GroupUnknown;
import org.communityledger.activities.ActivityRefusal.TallyExists;
import org.communityledger.activities.ActivityRefusal.UnitMismatch;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.Unknown.UnknownPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountingAtActivitiesTest {
  private static final PersonId STRANGER = new PersonId("stranger");
  private static final Tally LEAFLETS = Tally.exact(214, Unit.COPY);

  private final ActivityScenario scenario = new ActivityScenario();
  private EventId held;

  @BeforeEach
  void hold() {
    held = scenario.contestHeld();
  }

  @Test
  void somebody_is_checked_in_in_a_group_of_the_plan() {
    scenario.when(new CheckIn(CONTEST, RIDER, CONTESTANT, Optional.of("workers")))
        .isAcceptedWith(new ParticipantCheckedIn(CONTEST, RIDER, CONTESTANT, Optional.of("workers"), held));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(CONTEST.tag(), RIDER.tag(), held.tag(),
        Tag.parse("seat:speech-contest:person:rider-05:CONTESTANT"));
  }

  @Test
  void a_group_must_be_in_the_plan() {
    long planned = scenario.ledger.last() - 1;

    scenario.when(new CheckIn(CONTEST, RIDER, CONTESTANT, Optional.of("judges")))
        .isRefusedWith(new GroupUnknown(CONTEST, "judges"), planned);
  }

  @Test
  void somebody_is_checked_in_once_in_each_role() {
    long first = scenario.given(CheckIn.of(CONTEST, RIDER, ATTENDEE));

    scenario.when(CheckIn.of(CONTEST, RIDER, ATTENDEE))
        .isRefusedWith(new AlreadyCheckedIn(CONTEST, RIDER, ATTENDEE), first);
    scenario.when(CheckIn.of(CONTEST, RIDER, PRESENTER)).isAccepted();
    scenario.when(CheckIn.of(CONTEST, UNION, ATTENDEE)).isAccepted();
  }

  @Test
  void somebody_checked_in_by_mistake_is_checked_in_again() {
    long first = scenario.given(CheckIn.of(CONTEST, RIDER, ATTENDEE));
    scenario.whenRetracted(first).isAccepted();

    scenario.when(CheckIn.of(CONTEST, RIDER, ATTENDEE)).isAccepted();
  }

  @Test
  void nobody_unknown_is_checked_in_or_presents() {
    scenario.when(CheckIn.of(CONTEST, STRANGER, ATTENDEE))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(STRANGER));
    scenario.when(new CoverTopic(CONTEST, "labour-law", Optional.of(STRANGER), Optional.empty(), false))
        .isRefusedForLackOf("person:stranger in PersonRegistered", new UnknownPerson(STRANGER));
  }

  @Test
  void a_tally_says_how_much_of_what_was_counted() {
    scenario.when(new RecordTally(CONTEST, MATERIALS, Optional.of("leaflet"), LEAFLETS, true))
        .isAcceptedWith(new TallyRecorded(CONTEST, MATERIALS, Optional.of("leaflet"), LEAFLETS, true, held));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(CONTEST.tag(), held.tag(),
        Tag.parse("tally:speech-contest:MATERIALS"), Tag.parse("tally:speech-contest:MATERIALS:leaflet"));
  }

  @Test
  void each_measure_and_item_is_tallied_once() {
    long leaflets = scenario.given(RecordTally.of(CONTEST, MATERIALS, "leaflet", LEAFLETS));
    long total = scenario.given(RecordTally.of(CONTEST, MATERIALS, Tally.atLeast(300, Unit.COPY)));
    scenario.given(RecordTally.of(CONTEST, MATERIALS, "booklet", Tally.exact(86, Unit.COPY)));

    scenario.when(RecordTally.of(CONTEST, MATERIALS, "leaflet", Tally.exact(240, Unit.COPY)))
        .isRefusedWith(new TallyExists(CONTEST, MATERIALS, Optional.of("leaflet")), leaflets);
    scenario.when(RecordTally.of(CONTEST, MATERIALS, Tally.atLeast(200, Unit.COPY)))
        .isRefusedWith(new TallyExists(CONTEST, MATERIALS, Optional.empty()), total);
    scenario.when(RecordTally.of(CONTEST, CONSULTATIONS, Tally.exact(11, Unit.PERSON_TIME))).isAccepted();
  }

  @Test
  void a_tally_that_was_wrong_is_corrected_in_one_append() {
    long wrong = scenario.given(RecordTally.of(CONTEST, MATERIALS, "leaflet", LEAFLETS));

    scenario.whenRetracted(wrong, RecordTally.of(CONTEST, MATERIALS, "leaflet", Tally.exact(240, Unit.COPY)))
        .isAccepted();
    assertThat(scenario.ledger.at(scenario.ledger.last()).event()).isEqualTo(new TallyRecorded(CONTEST, MATERIALS,
        Optional.of("leaflet"), Tally.exact(240, Unit.COPY), false, held));
  }

  @Test
  void items_of_one_measure_are_counted_in_one_unit() {
    long leaflets = scenario.given(RecordTally.of(CONTEST, MATERIALS, "leaflet", LEAFLETS));

    scenario.when(RecordTally.of(CONTEST, MATERIALS, "banner", Tally.exact(2, Unit.ITEM)))
        .isRefusedWith(new UnitMismatch(CONTEST, MATERIALS, Unit.ITEM, Optional.of(Unit.COPY)), leaflets);
  }

  @Test
  void people_are_counted_as_people_and_things_as_things() {
    scenario.when(RecordTally.of(CONTEST, ATTENDANCE, LEAFLETS))
        .isRefusedWith(new UnitMismatch(CONTEST, ATTENDANCE, Unit.COPY, Optional.empty()));
    scenario.when(RecordTally.of(CONTEST, CONSULTATIONS, Tally.exact(1, Unit.ITEM)))
        .isRefusedWith(new UnitMismatch(CONTEST, CONSULTATIONS, Unit.ITEM, Optional.empty()));
    scenario.when(RecordTally.of(CONTEST, MATERIALS, Tally.exact(1, Unit.PERSON)))
        .isRefusedWith(new UnitMismatch(CONTEST, MATERIALS, Unit.PERSON, Optional.empty()));
    scenario.when(RecordTally.of(CONTEST, ATTENDANCE, Tally.exact(4, Unit.HOUSEHOLD))).isAccepted();
    scenario.when(RecordTally.of(CONTEST, "kinds-of-checks", Tally.atLeast(5, Unit.PIECE))).isAccepted();
  }

  @Test
  void a_topic_is_covered_with_its_presenter_and_examples() {
    Optional<Tally> three = Optional.of(Tally.exact(3, Unit.PIECE));

    scenario.when(new CoverTopic(CONTEST, "self-defence", Optional.of(RIDER), three, true))
        .isAcceptedWith(new TopicCovered(CONTEST, "self-defence", Optional.of(RIDER), three, true, held));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(CONTEST.tag(), RIDER.tag(), held.tag());
  }

  @Test
  void examples_are_counted_by_the_piece() {
    scenario.when(new CoverTopic(CONTEST, "self-defence", Optional.empty(), Optional.of(LEAFLETS), false))
        .isRefusedWith(new UnitMismatch(CONTEST, "examples", Unit.COPY, Optional.of(Unit.PIECE)));
  }

  @Test
  void what_is_worded_is_a_code_word() {
    assertThatIllegalArgumentException().isThrownBy(() -> CoverTopic.of(CONTEST, "self defence"))
        .withMessageStartingWith("topic must be a code word");
    assertThatIllegalArgumentException().isThrownBy(() -> RecordTally.of(CONTEST, "人数", LEAFLETS))
        .withMessageStartingWith("measure must be a code word");
    assertThatIllegalArgumentException().isThrownBy(() -> RecordTally.of(CONTEST, MATERIALS, "a leaflet", LEAFLETS))
        .withMessageStartingWith("item must be a code word");
  }
}
