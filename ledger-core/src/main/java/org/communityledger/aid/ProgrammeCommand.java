package org.communityledger.aid;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/** What can be asked about programmes, their rounds, and consents. Names and labels are public. */
public sealed interface ProgrammeCommand extends Command {
  /**
   * Opens a programme.
   *
   * @param name its public name
   * @param kind what it gives
   * @param sponsors who stands for it
   * @param unit whom it serves: {@code PERSON} or {@code HOUSEHOLD}; sensitive programmes serve persons
   * @param terms the first version of its terms
   * @param from since when
   * @param to until when, where that is set
   */
  record OpenProgramme(
      ProgrammeId programme,
      String name,
      ProgrammeKind kind,
      List<OrgId> sponsors,
      Unit unit,
      Terms terms,
      When from,
      Optional<When> to) implements ProgrammeCommand, About {
    public OpenProgramme {
      Texts.check("name", name, 100);
      sponsors = sponsors.stream().distinct().toList();
      if (!unit.equals(Unit.PERSON) && !unit.equals(Unit.HOUSEHOLD)) {
        throw new IllegalArgumentException("A programme serves PERSON or HOUSEHOLD, not " + unit);
      }
      if (kind.isSensitive() && unit.equals(Unit.HOUSEHOLD)) {
        throw new IllegalArgumentException(
            "A programme of kind " + kind + " serves PERSON: surrogates have no household");
      }
      requireOrder(from, to);
    }

    /** A programme for persons, with these sponsors, bound by nothing. */
    public static OpenProgramme of(
        ProgrammeId programme,
        ProgrammeKind kind,
        String name,
        When from,
        OrgId... sponsors) {
      return new OpenProgramme(programme, name, kind, List.of(sponsors), Unit.PERSON, Terms.none(), from,
          Optional.empty());
    }

    /** The same on other terms. */
    public OpenProgramme on(Terms others) {
      return new OpenProgramme(programme, name, kind, sponsors, unit, others, from, to);
    }

    /** The same for households. */
    public OpenProgramme forHouseholds() {
      return new OpenProgramme(programme, name, kind, sponsors, Unit.HOUSEHOLD, terms, from, to);
    }

    /** The same with an end. */
    public OpenProgramme until(When end) {
      return new OpenProgramme(programme, name, kind, sponsors, unit, terms, from, Optional.of(end));
    }

    @Override
    public Id subject() {
      return programme;
    }
  }

  /** Gives a programme other terms; rounds open already keep theirs. */
  record ChangeTerms(ProgrammeId programme, Terms terms) implements ProgrammeCommand, About {
    @Override
    public Id subject() {
      return programme;
    }
  }

  /** Ends a programme, after all its rounds. */
  record CloseProgramme(ProgrammeId programme) implements ProgrammeCommand, About {
    @Override
    public Id subject() {
      return programme;
    }
  }

  /**
   * Opens a round of a programme; it keeps the terms in force now. Rounds of one programme do not overlap.
   *
   * @param label what the round is called
   * @param from its first day
   * @param to its last day, where that is set
   */
  record OpenRound(RoundId round, ProgrammeId programme, String label, When from, Optional<When> to)
      implements
        ProgrammeCommand,
        About {
    public OpenRound {
      Texts.check("label", label, 100);
      requireOrder(from, to);
    }

    @Override
    public Id subject() {
      return round;
    }
  }

  /** Ends a round. What was given until then can still be recorded. */
  record CloseRound(RoundId round) implements ProgrammeCommand, About {
    @Override
    public Id subject() {
      return round;
    }
  }

  /**
   * Consents to something. A later consent to the same takes the place of the earlier one.
   *
   * @param party who consents: a person or a household; in a sensitive programme the person's surrogate
   * @param matter to what
   * @param purposes for what the party's data may be used, code words
   * @param guardian who consents for a party that is not of age: a registered person who is
   * @param person in a sensitive programme the id of the person the surrogate stands for, for those who may know; it is
   *   sealed under the surrogate, since naming the person whose key it is under would tell who it is
   */
  record GiveConsent(
      Party party,
      ConsentMatter matter,
      List<String> purposes,
      Optional<PersonId> guardian,
      Optional<Sealed<PersonId>> person) implements ProgrammeCommand, Personal {
    public GiveConsent {
      requireNaturalParty(party);
      purposes = purposes.stream().distinct().toList();
      purposes.forEach(it -> Texts.code("purpose", it));
      if (purposes.isEmpty()) {
        throw new IllegalArgumentException("A consent names at least one purpose");
      }
    }

    /** A consent given in person. */
    public static GiveConsent of(Party party, ConsentMatter matter, String... purposes) {
      return new GiveConsent(party, matter, List.of(purposes), Optional.empty(), Optional.empty());
    }

    /** The same, given by a guardian. */
    public GiveConsent through(PersonId who) {
      return new GiveConsent(party, matter, purposes, Optional.of(who), person);
    }

    /** The same, given under a surrogate by that person. */
    public GiveConsent standingFor(PersonId who) {
      return new GiveConsent(party, matter, purposes, guardian, Optional.of(Sealed.of(who)));
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofConsent(party);
    }
  }

  /** Takes a consent back. */
  record WithdrawConsent(Party party, ConsentMatter matter) implements ProgrammeCommand, Personal {
    public WithdrawConsent {
      requireNaturalParty(party);
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofConsent(party);
    }
  }

  private static void requireOrder(When from, Optional<When> to) {
    if (to.filter(it -> it.isSurelyBefore(from)).isPresent()) {
      throw new IllegalArgumentException("The end must not be before the beginning");
    }
  }

  private static void requireNaturalParty(Party party) {
    switch (party) {
      case PersonId person -> {
      }
      case HouseholdId household -> {
      }
      case OrgId org -> throw new IllegalArgumentException("A person or a household consents, not " + org.tag());
    }
  }
}
