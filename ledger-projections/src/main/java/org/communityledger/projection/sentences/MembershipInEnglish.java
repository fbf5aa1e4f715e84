package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.membership.Evidence;
import org.communityledger.membership.LadderStage;
import org.communityledger.membership.MembershipEvent;
import org.communityledger.membership.MembershipEvent.ApplicationRejected;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.membership.MembershipEvent.BranchFounded;
import org.communityledger.membership.MembershipEvent.LadderDefined;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.membership.MembershipEvent.StandingWithdrawn;
import org.communityledger.membership.MembershipEvent.TalkHeld;
import org.communityledger.membership.Stay;

/** What is said of ladders, branches and standings in English. */
final class MembershipInEnglish {
  private final EnglishWords words;

  MembershipInEnglish(EnglishWords words) {
    this.words = words;
  }

  String said(MembershipEvent event) {
    return switch (event) {
      case LadderDefined it -> "defined version " + it.version() + " of ladder " + it.ladder() + ": "
          + it.stages().stream().map(this::stage).collect(joining("; "));
      case BranchFounded it -> "founded branch " + it.org() + " under the name " + words.quote(it.name())
          + words.given(", part of organisation ", it.parent()) + words.given(", resting on site ", it.restsOn())
          + words.given(", at place ", it.place()) + "; founders: " + persons(it.founders()) + "; of those at least "
          + it.needed() + " at the last stage of ladder " + it.ladder() + ", as events " + events(it.holding()) + " say"
          + approved(it.approval());
      case BranchDissolved it -> "dissolved branch " + it.org() + words.given(", which rested on site ", it.restsOn())
          + ", founded by event " + it.founding() + " by " + persons(it.founders());
      case ApplicationSubmitted it -> "recorded the sealed application of person " + it.person() + " for " + where(it)
          + ", which begins at stage " + it.stage() + least(it.minStay()) + words.given(", at place ", it.place())
          + version(it.ladderVersion(), it.definition());
      case StandingAdopted it -> "took over person " + it.person() + " with " + where(it) + ", at stage " + it.stage()
          + " since: " + words.when(it.since()) + least(it.minStay())
          + words.given(", at place ", it.place()) + evidence(it.evidence())
          + version(it.ladderVersion(), it.definition());
      case TalkHeld it -> "recorded a talk of " + words.party(it.by()) + " with person " + it.person() + " about "
          + where(it) + words.ifThere(", with sealed notes", it.notes());
      case StageReached it -> "brought person " + it.person() + " in " + where(it) + " from stage " + it.from()
          + " to stage " + it.to() + least(it.minStay()) + ", as decided by " + words.parties(it.deciders())
          + evidence(it.evidence())
          + (it.stayProven()
              ? ", having stayed long enough"
              : ", the dates leaving open whether the stay was long enough")
          + ", after event " + it.reached() + words.given(" and talk ", it.talk())
          + version(it.ladderVersion(), it.definition());
      case ApplicationRejected it -> "turned down the application of person " + it.person() + " for " + where(it);
      case StandingWithdrawn it -> "recorded that person " + it.person() + " took back " + where(it);
      case StandingEnded it -> "ended for person " + it.person() + " " + where(it);
    };
  }

  private static String where(OfStanding event) {
    return "standing " + event.standing() + " on ladder " + event.ladder() + " in organisation " + event.org();
  }

  private static String version(int number, EventId definition) {
    return ", by version " + number + " of the ladder (event " + definition + ")";
  }

  private String stage(LadderStage stage) {
    return "stage " + stage.code() + stage.minAge().map(it -> " from the age of " + it).orElse("")
        + least(stage.minStay())
        + (stage.needs().isEmpty() ? "" : ", on showing " + String.join(", ", stage.needs())) + ", decided by "
        + stage.decidedBy();
  }

  private String least(Optional<Stay> stay) {
    return stay.map(it -> " for at least " + stay(it)).orElse("");
  }

  private String stay(Stay stay) {
    String parts = Stream.of(part(stay.years(), "year"), part(stay.months(), "month"), part(stay.days(), "day"))
        .flatMap(Optional::stream).collect(joining(", "));
    return parts.isEmpty() ? words.number(0, "day") : parts;
  }

  private Optional<String> part(int number, String unit) {
    return number == 0 ? Optional.empty() : Optional.of(words.number(number, unit));
  }

  private String evidence(List<Evidence> evidence) {
    return evidence.isEmpty()
        ? ", without evidence"
        : ", on evidence: " + evidence.stream().map(it -> it.kind() + words.ifThere(" (sealed)", it.document()))
            .collect(joining(", "));
  }

  private static String approved(Optional<ApprovalId> approval) {
    return approval.map(it -> ", with approval " + it).orElse(", without an approval");
  }

  private static String persons(List<PersonId> persons) {
    return persons.stream().map(it -> "person " + it).collect(joining(", "));
  }

  private static String events(List<EventId> events) {
    return events.stream().map(EventId::toString).collect(joining(", "));
  }
}
