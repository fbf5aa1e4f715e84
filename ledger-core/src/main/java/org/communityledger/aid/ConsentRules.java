package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.ProgrammeCommand.WithdrawConsent;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeRefusal.ConsentMissing;
import org.communityledger.aid.ProgrammeRefusal.GuardianNeeded;
import org.communityledger.aid.ProgrammeRefusal.SurrogateNeeded;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.parties.PartyReadings;
import org.communityledger.parties.Registration;

/** The rule sheet of consents. */
final class ConsentRules {
  private ConsentRules() {}

  static Decision give(GiveConsent command, Header header, ToConsent found) {
    Optional<Decision> objection = found.programme().filter(it -> !it.isOpened()).map(Programme::refuseUnknown)
        .or(() -> isSensitive(found) ? ifNoSurrogate(command, found) : found.party().refusalIfMissing())
        .or(found::guardianMissing)
        .or(() -> ifGuardianNeeded(command, found));
    if (objection.isPresent()) return objection.get();
    return accept(
        new ConsentGiven(command.party(), command.matter(), kind(found), command.purposes(), command.guardian(),
            command.person()));
  }

  private static boolean isSensitive(ToConsent found) {
    return kind(found).filter(ProgrammeKind::isSensitive).isPresent();
  }

  private static Optional<ProgrammeKind> kind(ToConsent found) {
    return found.programme().flatMap(Programme::opening).map(Step::fact).map(ProgrammeOpened::kind);
  }

  private static Optional<Decision> ifNoSurrogate(GiveConsent command, ToConsent found) {
    SurrogateNeeded refusal = new SurrogateNeeded(command.matter().programme().orElseThrow());
    if (found.party().isKnown()) return Optional.of(found.party().refuseTaken(refusal));
    return command.party() instanceof PersonId
        ? Optional.empty()
        : Optional.of(refuse(refusal, found.programme().flatMap(Programme::opening).orElseThrow().position()));
  }

  /** A person of whom nobody says that they are not of age speaks for themselves, and so does a household with one. */
  private static Optional<Decision> ifGuardianNeeded(GiveConsent command, ToConsent found) {
    List<Registration> minors = found.people().stream().filter(it -> it.over18().equals(Optional.of(false))).toList();
    boolean isOfMinors = !minors.isEmpty() && minors.size() == found.people().size();
    GuardianNeeded needed = new GuardianNeeded(command.party());
    if (isOfMinors && command.guardian().isEmpty()) {
      return Optional.of(refuse(needed, minors.stream().mapToLong(Registration::position).toArray()));
    }
    // A guardian who is not of age is none, whether or not one was needed.
    return found.guardian().filter(it -> !it.over18().equals(Optional.of(true)))
        .map(it -> refuse(needed, Stream.concat(minors.stream(), Stream.of(it)).mapToLong(Registration::position)
            .toArray()));
  }

  static Reading<ToConsent> toConsent(GiveConsent command) {
    Reading<Optional<Decision>> guardianMissing = Existence.firstMissing(command.guardian().stream()
        .<Reading<Existence>>map(PartyReadings::registered).toList());
    Reading<Optional<Registration>> guardian = command.guardian().map(PartyReadings::registration)
        .orElse(Reading.known(Optional.empty()));
    return programme(command.matter()).and(PartyReadings.registered(command.party()),
        (programme, party) -> new ToConsent(programme, party, List.of(), Optional.empty(), Optional.empty()))
        .and(people(command.party()),
            (so, people) -> new ToConsent(so.programme, so.party, people, Optional.empty(), Optional.empty()))
        .and(guardianMissing.and(guardian, Guardian::new), (so, it) -> new ToConsent(so.programme, so.party, so.people,
            it.missing(), it.registration()));
  }

  private static Reading<Optional<Programme>> programme(ConsentMatter matter) {
    return matter.programme().map(it -> Programme.reading(it).<Optional<Programme>>map(Optional::of))
        .orElse(Reading.known(Optional.empty()));
  }

  private static Reading<List<Registration>> people(Party party) {
    return switch (party) {
      case PersonId person -> registrations(List.of(person));
      case HouseholdId household -> PartyReadings.membersOf(household).then(ConsentRules::registrations);
      case OrgId org -> Reading.known(List.of());
    };
  }

  private static Reading<List<Registration>> registrations(List<PersonId> persons) {
    Reading<List<Registration>> none = Reading.known(List.of());
    return persons.stream().map(PartyReadings::registration).reduce(none, (some, next) -> some.and(next, (all, it) -> {
      List<Registration> more = new ArrayList<>(all);
      it.ifPresent(more::add);
      return more;
    }), (one, other) -> one.and(other, (all, rest) -> Stream.concat(all.stream(), rest.stream()).toList()));
  }

  private record Guardian(Optional<Decision> missing, Optional<Registration> registration) {}

  /**
   * What a consent depends on.
   *
   * @param programme the programme, if it is to one
   * @param party whether the party is registered
   * @param people how the person or the members of the household are registered
   * @param guardianMissing the refusal for a guardian who is not registered
   * @param guardian how the guardian is registered
   */
  record ToConsent(
      Optional<Programme> programme,
      Existence party,
      List<Registration> people,
      Optional<Decision> guardianMissing,
      Optional<Registration> guardian) {}

  /** What was given or formed later than the withdrawal, but recorded before, has lost its ground. */
  static Decision withdraw(WithdrawConsent command, Header header, ToWithdraw found) {
    ConsentMissing missing = new ConsentMissing(command.matter(), command.party());
    Optional<Decision> objection = found.consent().objection(missing, header);
    if (objection.isPresent()) return objection.get();
    Id about = command.matter().programme().<Id>map(it -> it).orElse(command.party());
    return accept(new ConsentWithdrawn(command.party(), command.matter(), found.consent().event().orElseThrow()))
        .with(Conflict.ofEach(found.later(), about, ConsentMissing.class));
  }

  static Reading<ToWithdraw> toWithdraw(WithdrawConsent command, Header header) {
    return ConsentReadings.given(command.matter(), command.party())
        .then(consent -> later(command, header, consent).map(it -> new ToWithdraw(consent, it)));
  }

  /** In a programme what was given; of bonds those that rest on the consent, without knowing the context they belong to. */
  private static Reading<List<Overtaken>> later(WithdrawConsent command, Header header, Consent consent) {
    Reading<List<Overtaken>> none = Reading.known(List.of());
    return command.matter().programme().map(it -> Held.givenAfter(header, AidTags.served(it, command.party())))
        .or(() -> consent.event().map(it -> Overtaken.by(header, Selection.of(it.tag(), Creation.class)))).orElse(none);
  }

  /** The consent, and what was given or formed later than it is said to have been withdrawn. */
  record ToWithdraw(Consent consent, List<Overtaken> later) {}
}
