package org.communityledger.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.activities.ActivityScenario.CENTRE;
import static org.communityledger.activities.ActivityScenario.CEREMONY;
import static org.communityledger.activities.ActivityScenario.CONTEST;
import static org.communityledger.activities.ActivityScenario.COURT;
import static org.communityledger.activities.ActivityScenario.RIDER;
import static org.communityledger.activities.ActivityScenario.UNION;
import static org.communityledger.activities.ActivityScenario.contest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityCommand.CancelActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityRefusal.AlreadyPlanned;
import org.communityledger.activities.ActivityRefusal.EditionTaken;
import org.communityledger.activities.ActivityRefusal.GroupRepeated;
import org.communityledger.activities.ActivityRefusal.HostMissing;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownActivity;
import org.communityledger.kernel.Unknown.UnknownOrg;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanningActivitiesTest {
  private static final ActivityId SECOND = new ActivityId("second-contest");
  private static final OrgId NOBODY = new OrgId("nobody");

  private final ActivityScenario scenario = new ActivityScenario();

  @Test
  void a_plan_keeps_all_that_is_known_and_is_found_by_all_it_names() {
    scenario.given(contest());
    Optional<When> july30 = Optional.of(When.on(LocalDate.of(2024, 7, 30)));

    scenario.when(new PlanActivity(CEREMONY, ActivityKind.CEREMONY, "颁奖仪式", Optional.of(5), List.of(UNION, RIDER),
        List.of(COURT), true, Optional.of(CENTRE), List.of("workers"), july30, Optional.of(CONTEST)))
        .isAcceptedWith(new ActivityPlanned(CEREMONY, ActivityKind.CEREMONY, "颁奖仪式", Optional.of(5),
            List.of(UNION, RIDER), List.of(COURT), true, Optional.of(CENTRE), List.of("workers"), july30,
            Optional.of(CONTEST)));
    assertThat(scenario.lastTags()).containsExactlyInAnyOrder(CEREMONY.tag(), CONTEST.tag(), UNION.tag(), COURT.tag(),
        RIDER.tag(), CENTRE.tag(), Tag.parse("edition:SO1kaEpv9PE-mkrWKJgYQjC-NCBJgzyGopIs9l0L2sQ:5"));
  }

  @Test
  void an_id_stands_for_one_activity() {
    long first = scenario.given(contest());

    scenario.when(contest()).isRefusedWith(new AlreadyPlanned(CONTEST), first);
  }

  @Test
  void somebody_hosts_it_even_if_nobody_says_who() {
    scenario.when(PlanActivity.of(CONTEST, ActivityKind.CONTEST, "演讲比赛"))
        .isRefusedWith(new HostMissing(CONTEST));
    scenario.when(PlanActivity.of(CONTEST, ActivityKind.CONTEST, "演讲比赛").withMoreHosts()).isAccepted();
  }

  @Test
  void a_group_is_named_once() {
    scenario.when(contest().inGroups("workers", "students", "workers"))
        .isRefusedWith(new GroupRepeated(CONTEST, "workers"));
  }

  @Test
  void hosts_places_and_larger_activities_must_be_there() {
    scenario.when(PlanActivity.of(CONTEST, ActivityKind.CONTEST, "演讲比赛", UNION, NOBODY))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(NOBODY));
    scenario.when(new PlanActivity(CONTEST, ActivityKind.CONTEST, "演讲比赛", Optional.empty(), List.of(UNION),
        List.of(NOBODY), false, Optional.empty(), List.of(), Optional.empty(), Optional.empty()))
        .isRefusedForLackOf("org:nobody in OrgRegistration", new UnknownOrg(NOBODY));
    scenario.when(contest().at(new PlaceId("atlantis")))
        .isRefusedForLackOf("place:atlantis in PlaceRegistered", new UnknownPlace(new PlaceId("atlantis")));
    scenario.when(contest().asPartOf(SECOND))
        .isRefusedForLackOf("activity:second-contest in ActivityPlanned", new UnknownActivity(SECOND));
  }

  @Test
  void nothing_is_part_of_itself() {
    scenario.when(contest().asPartOf(CONTEST))
        .isRefusedForLackOf("activity:speech-contest in ActivityPlanned", new UnknownActivity(CONTEST));
  }

  @Test
  void an_edition_of_a_title_is_one_activity() {
    long fifth = scenario.given(contest().edition(5));

    scenario.when(titled("演讲比赛").edition(5)).isRefusedWith(new EditionTaken("演讲比赛", 5, CONTEST), fifth);
    scenario.when(titled("演讲比赛").edition(6)).isAccepted();
  }

  @Test
  void another_title_has_editions_of_its_own_and_what_is_no_edition_takes_none() {
    scenario.given(contest().edition(5));

    scenario.when(titled("歌唱比赛").edition(5)).isAccepted();
    scenario.when(PlanActivity.of(new ActivityId("third"), ActivityKind.CONTEST, "演讲比赛", UNION)).isAccepted();
  }

  @Test
  void a_cancelled_edition_is_free_again() {
    scenario.given(contest().edition(5));
    scenario.given(new CancelActivity(CONTEST));

    long second = scenario.given(titled("演讲比赛").edition(5));
    scenario.when(PlanActivity.of(new ActivityId("third"), ActivityKind.CONTEST, "演讲比赛", UNION).edition(5))
        .isRefusedWith(new EditionTaken("演讲比赛", 5, SECOND), second);
  }

  @Test
  void an_edition_that_was_wrong_is_corrected() {
    long wrong = scenario.given(contest().edition(4));
    scenario.whenRetracted(wrong, contest().edition(5)).isAccepted();

    scenario.when(titled("演讲比赛").edition(4)).isAccepted();
    scenario.when(PlanActivity.of(new ActivityId("third"), ActivityKind.CONTEST, "演讲比赛", UNION).edition(5))
        .isRefusedWith(new EditionTaken("演讲比赛", 5, CONTEST), wrong + 3);
  }

  @Test
  void a_plan_is_well_formed() {
    assertThatIllegalArgumentException().isThrownBy(() -> contest().edition(0))
        .withMessage("An edition is number 1 or more, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanActivity.of(CONTEST, ActivityKind.CONTEST, "演讲比赛", UNION, UNION))
        .withMessage("org:union is named twice among hosts and co-hosts");
    assertThatIllegalArgumentException().isThrownBy(() -> contest().inGroups("the workers"))
        .withMessageStartingWith("group must be a code word");
  }

  private static PlanActivity titled(String title) {
    return PlanActivity.of(SECOND, ActivityKind.CONTEST, title, UNION);
  }
}
