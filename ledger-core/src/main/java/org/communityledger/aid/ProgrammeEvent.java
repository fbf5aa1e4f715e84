package org.communityledger.aid;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/** What happened to programmes, their rounds, and consents. */
public sealed interface ProgrammeEvent extends Event {
  /** A programme is offered, on the first version of its terms. */
  record ProgrammeOpened(
      ProgrammeId programme,
      String name,
      ProgrammeKind kind,
      List<OrgId> sponsors,
      Unit unit,
      Terms terms,
      When from,
      Optional<When> to) implements ProgrammeEvent, Creation {
    public ProgrammeOpened {
      sponsors = List.copyOf(sponsors);
    }

    @Override
    public Id created() {
      return programme;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = tagsOf(programme, terms.excludes());
      sponsors.forEach(it -> tags.add(it.tag()));
      return Set.copyOf(tags);
    }
  }

  /**
   * A programme has other terms.
   *
   * @param version their number; the first are 1
   * @param terms the terms
   * @param released programmes that the terms before excluded and these do not
   */
  record TermsChanged(ProgrammeId programme, int version, Terms terms, List<ProgrammeId> released)
      implements
        ProgrammeEvent {
    public TermsChanged {
      released = List.copyOf(released);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = tagsOf(programme, terms.excludes());
      released.forEach(it -> tags.add(it.tag()));
      return Set.copyOf(tags);
    }
  }

  /** A programme is offered no more. */
  record ProgrammeClosed(ProgrammeId programme) implements ProgrammeEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(programme);
    }
  }

  /**
   * A round began.
   *
   * @param termsVersion the version of the terms it keeps
   * @param terms the event that set them
   */
  record RoundOpened(
      RoundId round,
      ProgrammeId programme,
      String label,
      When from,
      Optional<When> to,
      int termsVersion,
      EventId terms) implements ProgrammeEvent, Creation {
    @Override
    public Id created() {
      return round;
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(Tag.allOf(round, programme));
      tags.add(terms.tag());
      return Set.copyOf(tags);
    }
  }

  /** A round ended. */
  record RoundClosed(RoundId round, ProgrammeId programme) implements ProgrammeEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(round, programme);
    }
  }

  /**
   * Somebody consented; see {@link ProgrammeCommand.GiveConsent}.
   *
   * @param kind what the programme gives, if it is to one
   */
  record ConsentGiven(
      Party party,
      ConsentMatter matter,
      Optional<ProgrammeKind> kind,
      List<String> purposes,
      Optional<PersonId> guardian,
      Optional<Sealed<PersonId>> person) implements ProgrammeEvent, Personal {
    public ConsentGiven {
      purposes = List.copyOf(purposes);
    }

    @Override
    public SealedFor sealedFor(String member) {
      return AidPurpose.ofConsent(party);
    }

    @Override
    public Set<Tag> tags() {
      return Set.of(matter.tag(party));
    }
  }

  /**
   * Somebody took a consent back.
   *
   * @param consent the event by which it was given
   */
  record ConsentWithdrawn(Party party, ConsentMatter matter, EventId consent) implements ProgrammeEvent {
    @Override
    public Set<Tag> tags() {
      return Set.of(matter.tag(party), consent.tag());
    }
  }

  private static Set<Tag> tagsOf(ProgrammeId programme, List<ProgrammeId> others) {
    Set<Tag> tags = new HashSet<>();
    tags.add(programme.tag());
    others.forEach(it -> tags.add(it.tag()));
    return tags;
  }
}
