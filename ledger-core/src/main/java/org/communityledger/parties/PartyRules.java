package org.communityledger.parties;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.parties.PartyRefusal.AlreadyRegistered;
import org.communityledger.parties.PartyRefusal.OrgCycle;

/** The rule sheet of parties. */
public final class PartyRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = Context.named("parties")
      .event("PersonRegistered", 1, PersonRegistered.class)
      .event("OrgRegistered", 1, OrgRegistered.class)
      .command("RegisterPerson", RegisterPerson.class, it -> PartyReadings.registered(it.person()),
          PartyRules::registerPerson)
      .command("RegisterOrg", RegisterOrg.class, PartyRules::orgAndNeeds, PartyRules::registerOrg)
      .place(RegisterOrg.class, it -> Whereabouts.named(it.place()))
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
}
