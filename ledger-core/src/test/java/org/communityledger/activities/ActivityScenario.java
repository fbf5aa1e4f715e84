package org.communityledger.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.decide.RuleScenario;
import org.communityledger.decide.RuleScenario.Answer;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** A speech contest, its hosts and somebody who comes. */
final class ActivityScenario {
  static final ActivityId CONTEST = new ActivityId("speech-contest");
  static final ActivityId CEREMONY = new ActivityId("speech-ceremony");
  static final OrgId UNION = new OrgId("union");
  static final OrgId COURT = new OrgId("court");
  static final PersonId RIDER = new PersonId("rider-05");
  static final PlaceId CENTRE = new PlaceId("centre");

  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");

  final RuleScenario ledger = new RuleScenario();
  private int approvals;

  ActivityScenario() {
    given(new RegisterPlace(CENTRE, "CENTRE", "党群中心", Optional.empty(), true));
    given(new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.empty()));
    given(new RegisterOrg(COURT, "COURT", "法院", true, Optional.empty(), Optional.empty()));
    given(RegisterPerson.of(RIDER, Optional.empty(), Optional.of("rider")));
  }

  static PlanActivity contest() {
    return PlanActivity.of(CONTEST, ActivityKind.CONTEST, "演讲比赛", UNION);
  }

  /** Plans and holds the contest; returns the event by which it was held. */
  EventId contestHeld() {
    given(contest().inGroups("workers", "students"));
    return ledger.id(given(HoldActivity.of(CONTEST)));
  }

  long given(Command command) {
    return ledger.given(command, CLERK);
  }

  Answer when(Command command) {
    return ledger.when(command, CLERK);
  }

  /** Asks to take the event at the position back and to record others in its place. */
  Answer whenRetracted(long position, Command... instead) {
    EventId event = ledger.id(position);
    ApprovalId approval = new ApprovalId("a" + approvals++);
    ledger.given(new GiveApproval(approval, "records.RetractEvent", event.tag(), Optional.empty()), CHIEF);
    return when(new RetractEvent(event, approval,
        Arrays.stream(instead).map(it -> new Replacement(it, Optional.empty())).toList()));
  }

  Set<Tag> lastTags() {
    Set<Tag> tags = ledger.at(ledger.last()).tags();
    assertThat(tags).isNotEmpty();
    return tags;
  }
}
