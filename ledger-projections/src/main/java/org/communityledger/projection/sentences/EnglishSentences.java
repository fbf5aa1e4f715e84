package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityEvent;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.aid.StockEvent;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.SlaPolicyDefined;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.HonourEvent;
import org.communityledger.membership.MembershipEvent;
import org.communityledger.parties.PartyEvent;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.records.RecordsEvent;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;

/** The sentences in English. */
final class EnglishSentences implements Sentences {
  static final EnglishSentences SENTENCES = new EnglishSentences(new EnglishWords());

  private final EnglishWords words;
  private final ProgrammesInEnglish programmes;
  private final AidInEnglish aid;
  private final StockInEnglish stock;
  private final MembershipInEnglish membership;
  private final RolesInEnglish roles;

  private EnglishSentences(EnglishWords words) {
    this.words = words;
    this.programmes = new ProgrammesInEnglish(words);
    this.aid = new AidInEnglish(words);
    this.stock = new StockInEnglish(words);
    this.membership = new MembershipInEnglish(words);
    this.roles = new RolesInEnglish(words);
  }

  @Override
  public String of(RecordedEvent recorded) {
    String when = words.when(recorded.header().occurred());
    return Character.toUpperCase(when.charAt(0)) + when.substring(1) + ", " + words.actor(recorded.header().actor())
        + " " + said(recorded.event()) + words.ifThere(", giving a sealed reason", recorded.header().reason())
        + recorded.header().irregular()
            .map(it -> ", irregular for a sealed reason" + approved(Optional.of(it.approval())))
            .orElse("")
        + ".";
  }

  @Override
  public String when(When when) {
    return words.when(when);
  }

  @Override
  public String day(LocalDate day) {
    return words.day(day);
  }

  @Override
  public String amount(Tally tally) {
    return words.amount(tally);
  }

  @Override
  public String days(Span span) {
    return words.days(span);
  }

  @Override
  public String stage(Stage stage) {
    return words.code(stage);
  }

  private String said(Event event) {
    return switch (event) {
      case LedgerFounded it -> "founded the ledger " + it.origin() + ", which counts days in " + it.zone();
      case LateConflict it -> "brought event " + it.event() + " about " + it.about() + " into conflict with the rule "
          + it.rule() + " by the late event " + it.ledToBy();
      case RuleBroken it -> "recorded event " + it.event() + " about " + it.about() + " although it breaks the "
          + (it.rules().size() == 1 ? "rule " : "rules ") + String.join(", ", it.rules()) + approved(it.approval());
      case PartyEvent it -> ofParties(it);
      case PlaceEvent it -> ofPlaces(it);
      case RecordsEvent it -> ofRecords(it);
      case ActivityEvent it -> ofActivities(it);
      case ProgrammeEvent it -> programmes.said(it);
      case AidEvent it -> aid.said(it);
      case StockEvent it -> stock.said(it);
      case MembershipEvent it -> membership.said(it);
      case CaseEvent it -> ofCases(it);
      case SlaPolicyDefined it -> "defined version " + it.version() + " of deadline policy " + it.policy() + ": "
          + it.days().entrySet().stream().map(each -> each.getKey() + " " + words.number(each.getValue(), "day"))
              .collect(joining(", "));
      case AppointmentEvent it -> roles.said(it);
      case BondEvent it -> roles.said(it);
      case HonourEvent it -> roles.said(it);
      case OpaqueEvent it -> "recorded something of the kind " + it.name() + ", version " + it.version()
          + ", which is not known here: " + it.json();
      default -> throw new IllegalArgumentException("There is no English sentence for " + event.getClass().getName());
    };
  }

  private String ofParties(PartyEvent event) {
    return switch (event) {
      case PersonRegistered it -> "registered person " + it.person()
          + it.over18().map(adult -> adult ? ", of 18 years or more" : ", younger than 18 years").orElse("")
          + words.ifThere(", with a sealed identity", it.identity())
          + it.descriptor().map(text -> ", described as " + words.quote(text)).orElse("");
      case OrgRegistered it -> "registered organisation " + it.org() + " under the "
          + (it.nameComplete() ? "name " : "incomplete name ") + words.quote(it.name()) + ", of the kind " + it.kind()
          + words.given(", part of organisation ", it.parent()) + words.given(", at place ", it.place());
      case HouseholdRegistered it -> "registered household " + it.household() + " of " + words.amount(it.size())
          + (it.members().isEmpty()
              ? ", without naming a member"
              : ", members: " + it.members().stream().map(words::party).collect(joining(", ")));
      case HouseholdMemberMoved it -> "moved person " + it.person()
          + it.from().map(from -> " from household " + from).orElse(", until then of no household,")
          + " to household " + it.to() + words.given(", ending what event ", it.joined())
          + words.ifThere(" began", it.joined());
      case AliasRecorded it -> "recorded the " + (it.confirmed() ? "confirmed" : "unconfirmed") + " name "
          + words.quote(it.alias()) + " for " + it.target();
    };
  }

  private String ofPlaces(PlaceEvent event) {
    return switch (event) {
      case PlaceRegistered it -> "registered place " + it.place() + " under the name " + words.quote(it.name())
          + ", of the kind " + it.kind() + words.given(", within place ", it.parent())
          + (it.parentConfirmed() ? ", what lies above it confirmed" : ", what lies above it not confirmed");
      case SiteOpened it -> "opened site " + it.site() + " of the kind " + it.kind() + " at place " + it.place()
          + it.name().map(name -> ", named " + words.quote(name)).orElse("") + ", run by organisation "
          + it.operator() + words.given(", hosted by organisation ", it.host()) + covering(it.unit())
          + words.given(", in the room left by event ", it.after());
      case SiteClosed it -> "closed site " + it.site() + " of the kind " + it.kind()
          + words.given(", hosted by organisation ", it.host()) + covering(it.unit());
      case SiteDesignated it -> "recorded that organisation " + it.by() + " gave site " + it.site() + " the title "
          + words.quote(it.title());
      case DesignationWithdrawn it -> "withdrew from site " + it.site() + " the title " + words.quote(it.title())
          + " given by event " + it.designation();
      case FrameDeclared it -> "declared frame " + it.frame() + ", " + words.quote(it.what()) + " at place "
          + it.place() + ": " + words.amount(it.size()) + " as of " + words.day(it.asOf()) + listed(it.units());
      case FrameRevised it -> "revised frame " + it.frame() + " to version " + it.version() + ": "
          + words.amount(it.size()) + " as of " + words.day(it.asOf()) + listed(it.units());
      case AssetInstalled it -> "recorded the installation of asset " + it.asset() + " of the kind " + it.kind() + ", "
          + words.amount(it.quantity()) + ", at place " + it.place() + words.given(", belonging to site ", it.site())
          + covering(it.unit()) + it.by().map(by -> ", installed by " + words.party(by)).orElse("")
          + it.paidBy().map(by -> ", paid for by " + words.party(by)).orElse("")
          + words.given(", for case ", it.caseId()) + words.given(", in the room left by event ", it.after());
      case AssetRemoved it -> "recorded the removal of asset " + it.asset() + " of the kind " + it.kind()
          + " from place " + it.place() + words.given(", belonging to site ", it.site()) + covering(it.unit())
          + words.given(", for case ", it.caseId());
      case AssetInspected it -> "inspected asset " + it.asset() + " and found it " + words.condition(it.condition())
          + words.given(", which led to case ", it.opensCase());
      case StewardAssigned it -> "put asset " + it.asset() + " in the care of " + words.party(it.steward()) + " from "
          + words.day(it.from()) + it.until().map(until -> " until " + words.day(until)).orElse(" on");
    };
  }

  private String covering(Optional<CoveredUnit> covered) {
    return covered.map(it -> it.unit().map(unit -> ", covering unit " + unit + " of frame ")
        .orElse(", covering one unit of frame ") + it.frame() + " in its version " + it.version() + " by event "
        + it.definition()).orElse("");
  }

  private static String listed(List<UnitId> units) {
    return units.isEmpty()
        ? ", without a list"
        : ", listed as " + units.stream().map(UnitId::value).collect(joining(", "));
  }

  private String ofRecords(RecordsEvent event) {
    return switch (event) {
      case ApprovalGiven it -> "gave approval " + it.approval() + " for " + it.what() + " on " + it.target()
          + it.limit().map(limit -> ", limited to " + words.amount(limit)).orElse("");
      case EventRetracted it -> "took back event " + it.event() + approved(it.approval())
          + (it.carried().isEmpty()
              ? ""
              : ", found under " + it.carried().stream().map(Tag::toString).collect(joining(", ")));
      case ErasureRequested it -> "asked for the erasure of " + it.subject() + " on the ground "
          + words.quote(it.basis()) + approved(it.approval());
      case SubjectErased it -> "erased " + it.subject() + " as asked for by event " + it.request()
          + ", destroying " + words.number(it.values(), "personal value");
      case HoldPlaced it -> "placed legal hold " + it.hold() + " on " + it.subject() + " on the ground "
          + words.quote(it.basis());
      case HoldLifted it -> "lifted legal hold " + it.hold() + " on " + it.subject() + approved(it.approval());
      case FigureAttested it -> "recorded that " + words.party(it.claimedBy()) + " says of the figure " + it.figure()
          + " as of " + words.day(it.asOf()) + ": " + words.claim(it.value());
      case AttestationWithdrawn it -> "withdrew what was said of the figure " + it.figure() + " by event "
          + it.attestation();
    };
  }

  private String ofCases(CaseEvent event) {
    return switch (event) {
      case CaseReported it -> "reported " + words.code(it.kind()) + " " + it.caseId() + " at place " + it.place()
          + ", of the category " + it.category()
          + it.extent().map(extent -> ", extent " + words.amount(extent)).orElse("")
          + ", severity " + words.code(it.severity()) + ", " + words.channel(it.channel())
          + it.reporter().map(reporter -> ", told by " + words.party(reporter)).orElse("")
          + it.affects().map(affects -> ", affecting " + words.amount(affects)).orElse("")
          + words.ifThere(", with a sealed narrative", it.narrative())
          + words.ifThere(", with sealed photos", it.photos());
      case CaseAccepted it -> "accepted case " + it.caseId() + " with organisation " + it.owner() + " as its owner"
          + it.policy().map(policy -> ", under version " + policy.version() + " of deadline policy " + policy.policy()
              + " as defined by event " + policy.definition()).orElse("")
          + it.dueBy().map(due -> ", due by " + words.day(due)).orElse(", without a due date");
      case CaseDeclined it -> "did not take up case " + it.caseId() + ": " + words.ground(it.why())
          + words.given(", referred to organisation ", it.referTo());
      case CaseMarkedDuplicate it -> "marked case " + it.caseId() + " as a duplicate of case " + it.of();
      case DuplicateUnmarked it -> "found that case " + it.caseId() + " is no duplicate of case " + it.of()
          + ", undoing the mark of event " + it.marking();
      case InterimMeasureTaken it -> "took an interim measure on case " + it.caseId() + ": "
          + words.quote(it.measure());
      case SurveyRecorded it -> "recorded a survey of case " + it.caseId()
          + words.ifThere(", with sealed findings", it.findings());
      case PlanAgreed it -> "recorded the plan agreed for case " + it.caseId() + ", covering "
          + words.extent(it.extent()) + it.scope().map(scope -> ", scope " + words.amount(scope)).orElse("")
          + it.agreedBy().map(party -> ", agreed by " + words.party(party)).orElse("") + ", measures: "
          + (it.measures().isEmpty()
              ? "none named"
              : it.measures().stream().map(words::quote).collect(joining(", ")));
      case CaseAssigned it -> "assigned case " + it.caseId() + " to " + words.party(it.doer()) + ", task "
          + words.quote(it.task()) + it.dueBy().map(due -> ", to be done by " + words.day(due)).orElse("")
          + words.given(", after its acceptance by event ", it.acceptance());
      case AssignmentReturned it -> "returned case " + it.caseId() + " from the assignment of event "
          + it.assignment();
      case WorkStarted it -> "recorded the start of work on case " + it.caseId() + " under the assignment of event "
          + it.assignment();
      case WorkCompleted it -> "recorded that " + words.party(it.doer()) + " completed work on case " + it.caseId()
          + ", covering " + words.extent(it.extent())
          + it.scopeDone().map(scope -> ", scope " + words.amount(scope)).orElse("")
          + it.effort().map(effort -> ", effort " + words.amount(effort)).orElse("")
          + ", under the assignment of event " + it.assignment()
          + words.ifThere(", with sealed photos", it.photos());
      case WorkVerified it -> "verified the work on case " + it.caseId() + " completed by event " + it.completion()
          + words.ifThere(", with sealed remarks", it.remarks());
      case WorkRejected it -> "found wanting the work on case " + it.caseId() + " completed by event "
          + it.completion() + words.ifThere(", with sealed remarks", it.remarks());
      case CaseClosed it -> "closed case " + it.caseId() + " with the outcome " + words.code(it.outcome())
          + approved(it.approval()) + words.given(", resting on the verification of event ", it.verification());
      case CaseReopened it -> "reopened case " + it.caseId() + ", reopening number " + it.n() + ", due by "
          + words.day(it.dueBy()) + ", undoing event " + it.ended();
      case CaseSuspended it -> "suspended case " + it.caseId() + " until " + words.day(it.until())
          + approved(it.approval());
      case CaseResumed it -> "resumed case " + it.caseId() + ", ending the suspension of event " + it.suspension();
      case DeadlineExtended it -> "extended the deadline of case " + it.caseId() + " to " + words.day(it.newDue())
          + ", extension number " + it.nth() + approved(it.approval());
      case CaseHeard it -> "recorded that case " + it.caseId() + " was heard at activity " + it.activity()
          + ", which was held by event " + it.holding() + words.ifThere(", with a sealed resolution", it.resolution());
      case CaseRated it -> "rated the handling of case " + it.caseId() + ": reached " + words.answer(it.reached())
          + ", contacted " + words.answer(it.contacted()) + ", solved " + words.answer(it.solved())
          + ", satisfaction " + it.satisfied().map(grade -> grade + " of 5").orElse("not said")
          + words.given(", after the closing by event ", it.closing())
          + words.ifThere(", with a sealed remark", it.remark());
    };
  }

  private String ofActivities(ActivityEvent event) {
    return switch (event) {
      case ActivityPlanned it -> "planned activity " + it.activity() + ", "
          + it.edition().map(n -> "edition " + n + " of ").orElse("") + words.quote(it.title()) + ", of the kind "
          + words.code(it.kind()) + ", hosted by " + words.parties(it.hosts())
          + (it.coHosts().isEmpty() ? "" : " with " + words.parties(it.coHosts()))
          + (it.hostListOpen() ? ", among others" : "") + words.given(", at place ", it.place())
          + (it.groups().isEmpty() ? "" : ", in the groups " + String.join(", ", it.groups()))
          + it.plannedFor().map(when -> ", to be held " + words.when(when)).orElse("")
          + words.given(", as part of activity ", it.partOf());
      case ActivityHeld it -> "recorded that activity " + it.activity() + " was held"
          + it.sessions().map(sessions -> ", in " + words.amount(sessions)).orElse("");
      case ActivityCancelled it -> "cancelled activity " + it.activity();
      case ActivityClosed it -> "closed activity " + it.activity() + held(it.holding());
      case ParticipantCheckedIn it -> "checked in " + words.party(it.party()) + " to activity " + it.activity()
          + held(it.holding()) + ", as " + words.code(it.as()) + words.given(", in group ", it.group());
      case TallyRecorded it -> "recorded " + words.amount(it.value()) + " as " + it.measure()
          + words.given(" of ", it.item()) + " at activity " + it.activity() + held(it.holding())
          + (it.listOpen() ? ", among others" : "");
      case TopicCovered it -> "recorded that activity " + it.activity() + held(it.holding()) + ", covered "
          + words.quote(it.topic()) + (it.listOpen() ? ", among other topics" : "")
          + it.presenter().map(presenter -> ", presented by " + words.party(presenter)).orElse("")
          + it.examples().map(examples -> ", by examples: " + words.amount(examples)).orElse("");
    };
  }

  private static String held(EventId holding) {
    return ", which was held by event " + holding;
  }

  private String approved(Optional<ApprovalId> approval) {
    return words.given(" with approval ", approval);
  }
}
