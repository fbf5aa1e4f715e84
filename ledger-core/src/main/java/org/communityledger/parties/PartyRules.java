package org.communityledger.parties;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.parties.PartyCommand.MoveHouseholdMember;
import org.communityledger.parties.PartyCommand.RecordAlias;
import org.communityledger.parties.PartyCommand.RegisterHousehold;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.parties.PartyRefusal.AliasTaken;
import org.communityledger.parties.PartyRefusal.AlreadyRegistered;
import org.communityledger.parties.PartyRefusal.MemberElsewhere;
import org.communityledger.parties.PartyRefusal.NotAMember;
import org.communityledger.parties.PartyRefusal.OrgCycle;

/** The rule sheet of parties. */
public final class PartyRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("parties")
      .rules(2) // since version 2, late entries are held against what was recorded before them
      .event("PersonRegistered", 1, PersonRegistered.class)
      .event("OrgRegistered", 1, OrgRegistered.class)
      .event("HouseholdRegistered", 1, HouseholdRegistered.class)
      .event("HouseholdMemberMoved", 1, HouseholdMemberMoved.class)
      .event("AliasRecorded", 1, AliasRecorded.class)
      .command("RegisterPerson", RegisterPerson.class, it -> PartyReadings.registered(it.person()),
          PartyRules::registerPerson)
      .command("RegisterOrg", RegisterOrg.class, PartyRules::orgAndNeeds, PartyRules::registerOrg)
      .command("RegisterHousehold", RegisterHousehold.class, PartyRules::householdAndMembers,
          PartyRules::registerHousehold)
      .command("MoveHouseholdMember", MoveHouseholdMember.class, PartyRules::move, PartyRules::moveHouseholdMember)
      .command("RecordAlias", RecordAlias.class, PartyRules::aliasAndTarget, PartyRules::recordAlias)
      .late(MoveHouseholdMember.class, PartyRules::lateMove)
      .place(RegisterOrg.class, it -> Whereabouts.named(it.place()))
      .place(RecordAlias.class, it -> it.subject() instanceof OrgId org
          ? PartyReadings.whereabouts(org)
          : Whereabouts.of(it.target()))
      .build();

  private PartyRules() {}

  static Decision registerPerson(RegisterPerson command, Header header, Existence person) {
    if (person.isKnown()) return person.refuseTaken(new AlreadyRegistered(command.person()));
    return accept(new PersonRegistered(command.person(), command.identity(), command.over18(), command.descriptor()));
  }

  static Decision registerOrg(RegisterOrg command, Header header, OrgAndNeeds found) {
    if (found.org().isKnown()) return found.org().refuseTaken(new AlreadyRegistered(command.org()));
    // An organisation not yet registered has nothing below it, so the only cycle is to stand below itself.
    if (command.parent().filter(command.org()::equals).isPresent()) {
      return refuse(new OrgCycle(command.org(), command.org()));
    }
    if (found.missing().isPresent()) return found.missing().get();
    return accept(new OrgRegistered(command.org(), command.kind(), command.name(), command.nameComplete(),
        command.parent(), command.place()));
  }

  private static Reading<OrgAndNeeds> orgAndNeeds(RegisterOrg command) {
    List<Reading<Existence>> needs = new ArrayList<>();
    command.parent().ifPresent(it -> needs.add(PartyReadings.registered(it)));
    command.place().ifPresent(it -> needs.add(Existence.of(PlaceRegistration.class, new UnknownPlace(it))));
    return PartyReadings.registered(command.org()).and(Existence.firstMissing(needs), OrgAndNeeds::new);
  }

  /** The organisation, and the refusal for what it needs and is missing. */
  record OrgAndNeeds(Existence org, Optional<Decision> missing) {}

  static Decision registerHousehold(RegisterHousehold command, Header header, HouseholdAndMembers found) {
    if (found.household().isKnown()) return found.household().refuseTaken(new AlreadyRegistered(command.household()));
    if (found.missing().isPresent()) return found.missing().get();
    if (found.elsewhere().isPresent()) return found.elsewhere().get();
    return accept(new HouseholdRegistered(command.household(), command.members(), command.size()));
  }

  private static Reading<HouseholdAndMembers> householdAndMembers(RegisterHousehold command) {
    Reading<Optional<Decision>> missing = Existence
        .firstMissing(command.members().stream().map(PartyReadings::registered).toList());
    Reading<Optional<Decision>> nowhere = Reading.known(Optional.empty());
    Reading<Optional<Decision>> elsewhere = command.members().stream()
        .map(person -> Membership.of(person).map(it -> it.map(other -> memberElsewhere(person, other))))
        .reduce(nowhere, (one, other) -> one.and(other, (first, second) -> first.isPresent() ? first : second));
    return PartyReadings.registered(command.household())
        .and(missing.and(elsewhere, Objections::new),
            (household, found) -> new HouseholdAndMembers(household, found.missing(), found.elsewhere()));
  }

  private static Decision memberElsewhere(PersonId person, Membership there) {
    return refuse(new MemberElsewhere(person, there.household()), there.position());
  }

  private record Objections(Optional<Decision> missing, Optional<Decision> elsewhere) {}

  /** The household, and the refusals for the first member who is not registered and the first who belongs elsewhere. */
  record HouseholdAndMembers(Existence household, Optional<Decision> missing, Optional<Decision> elsewhere) {}

  static Decision moveHouseholdMember(MoveHouseholdMember command, Header header, Move found) {
    if (found.missing().isPresent()) return found.missing().get();
    PersonId person = command.person();
    Optional<Membership> there = found.membership();
    if (command.from().isEmpty() && there.isPresent()) return memberElsewhere(person, there.get());
    if (!there.map(Membership::household).equals(command.from())) {
      NotAMember refusal = new NotAMember(person, command.from().orElseThrow());
      return there.map(it -> refuse(refusal, it.position())).orElseGet(() -> refuseAbsent(refusal,
          Selection.of(person.tag(), HouseholdRegistered.class, HouseholdMemberMoved.class)));
    }
    return accept(new HouseholdMemberMoved(person, command.from(), command.to(), there.map(Membership::joined)));
  }

  /** The person belongs to the household now, but came there only after the day of the move. */
  private static Reading<List<Conflict>> lateMove(MoveHouseholdMember command, Header header) {
    return Overtaken.last(Selection.of(command.person().tag(), HouseholdMemberMoved.class))
        .map(joined -> Conflict.ofItself(header, joined, command.person(), NotAMember.class));
  }

  private static Reading<Move> move(MoveHouseholdMember command) {
    List<Reading<Existence>> needs = new ArrayList<>(List.of(PartyReadings.registered(command.person())));
    command.from().ifPresent(it -> needs.add(PartyReadings.registered(it)));
    needs.add(PartyReadings.registered(command.to()));
    return Existence.firstMissing(needs).and(Membership.of(command.person()), Move::new);
  }

  /** The refusal for what is missing, and the household the person belongs to. */
  record Move(Optional<Decision> missing, Optional<Membership> membership) {}

  static Decision recordAlias(RecordAlias command, Header header, AliasAndTarget found) {
    if (found.missing().isPresent()) return found.missing().get();
    Optional<Alias> standing = found.standing().filter(it -> !isConfirmedBy(it, command));
    if (standing.isPresent()) {
      return refuse(new AliasTaken(command.alias(), standing.get().target()), standing.get().position());
    }
    return accept(new AliasRecorded(command.target(), command.alias(), command.confirmed()));
  }

  private static boolean isConfirmedBy(Alias alias, RecordAlias command) {
    return alias.target().equals(command.target()) && !alias.confirmed() && command.confirmed();
  }

  private static Reading<AliasAndTarget> aliasAndTarget(RecordAlias command) {
    Reading<Existence> target = command.subject() instanceof PlaceId place
        ? Existence.of(PlaceRegistration.class, new UnknownPlace(place))
        : PartyReadings.registered(new OrgId(command.target().value()));
    return Existence.firstMissing(List.of(target)).and(Alias.reading(command.target(), command.alias()),
        AliasAndTarget::new);
  }

  /** The refusal for a target that is missing, and what the name stands for already. */
  record AliasAndTarget(Optional<Decision> missing, Optional<Alias> standing) {}
}
