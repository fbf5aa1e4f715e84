package org.communityledger.membership;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.When;

/** What can be asked about ladders, branches and standings. */
public sealed interface MembershipCommand extends About {
  /**
   * Defines a ladder, or another version of it.
   *
   * @param ladder the ladder
   * @param version its version, above those already defined
   * @param stages its stages, the first one first; one at least
   */
  record DefineLadder(LadderId ladder, int version, List<LadderStage> stages) implements MembershipCommand {
    public DefineLadder {
      if (version < 1) {
        throw new IllegalArgumentException("A ladder's version starts at 1, not at " + version);
      }
      stages = List.copyOf(stages);
      if (stages.isEmpty()) {
        throw new IllegalArgumentException("stages must name one stage at least");
      }
    }

    /** The ladder that comes with the library, under an id of one's own, as its first version. */
    public static DefineLadder shipped(LadderId ladder) {
      return new DefineLadder(ladder, 1, ShippedLadder.STAGES);
    }

    @Override
    public Id subject() {
      return ladder;
    }
  }

  /**
   * Founds a branch, which becomes an organisation by it.
   *
   * @param org the branch to be
   * @param name its name
   * @param parent the organisation it belongs to
   * @param restsOn the site it rests on, if on one
   * @param ladder the ladder of whose last stage founders must be
   * @param founders who founds it, each once
   * @param approval the approval, given for {@code membership.FoundBranch} on the branch
   */
  record FoundBranch(
      OrgId org,
      String name,
      OrgId parent,
      Optional<SiteId> restsOn,
      LadderId ladder,
      List<PersonId> founders,
      ApprovalId approval) implements MembershipCommand {
    public FoundBranch {
      Texts.check("name", name, 100);
      founders = List.copyOf(founders);
      if (founders.stream().distinct().count() < founders.size()) {
        throw new IllegalArgumentException("founders must not name anybody twice");
      }
    }

    @Override
    public Id subject() {
      return org;
    }
  }

  /** Dissolves a branch in which nobody has a standing any more. */
  record DissolveBranch(OrgId org) implements MembershipCommand {
    @Override
    public Id subject() {
      return org;
    }
  }

  /**
   * What can be asked about one standing. It names the person too, whose key seals what is typed: documents, notes, and
   * the header's reason.
   */
  sealed interface OfStanding extends MembershipCommand, Personal {
    /** The standing. */
    StandingId standing();

    /** Whose it is. */
    PersonId person();

    @Override
    default Id subject() {
      return standing();
    }

    @Override
    default SealedFor sealedFor(String member) {
      return Words.of(person());
    }
  }

  /**
   * Applies for a standing, which begins at the first stage.
   *
   * @param standing a new id
   * @param person who applies
   * @param ladder on which ladder
   * @param org in which organisation
   * @param document the application, or where it lies
   */
  record Apply(StandingId standing, PersonId person, LadderId ladder, OrgId org, Sealed<String> document)
      implements
        OfStanding {
    public Apply {
      Words.check("document", document);
    }
  }

  /**
   * Takes over a person who comes with a standing.
   *
   * @param standing a new id
   * @param person who comes
   * @param ladder on which ladder
   * @param org in which organisation from now on
   * @param stage the code of the stage the person is at
   * @param since when the person came to it, no more exact than the evidence
   * @param evidence what shows it
   */
  record AdoptStanding(
      StandingId standing,
      PersonId person,
      LadderId ladder,
      OrgId org,
      String stage,
      When since,
      List<Evidence> evidence) implements OfStanding {
    public AdoptStanding {
      Texts.code("stage", stage);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Records a talk with the person.
   *
   * @param by who held it
   * @param notes what was said, or where that lies
   */
  record HoldTalk(StandingId standing, PersonId person, Party by, Optional<Sealed<String>> notes)
      implements
        OfStanding {
    public HoldTalk {
      notes.ifPresent(it -> Words.check("notes", it));
    }

    /** A talk of which no notes are kept. */
    public static HoldTalk of(StandingId standing, PersonId person, Party by) {
      return new HoldTalk(standing, person, by, Optional.empty());
    }
  }

  /**
   * Brings the person to the next stage.
   *
   * @param to the code of the stage
   * @param deciders who decided; one at least
   * @param evidence what the stage needs
   */
  record AdvanceStage(
      StandingId standing,
      PersonId person,
      String to,
      List<Party> deciders,
      List<Evidence> evidence) implements OfStanding {
    public AdvanceStage {
      Texts.code("to", to);
      deciders = List.copyOf(deciders);
      evidence = List.copyOf(evidence);
      if (deciders.isEmpty()) {
        throw new IllegalArgumentException("deciders must name who decided");
      }
    }
  }

  /** Turns the application down. The header gives the reason. */
  record RejectApplication(StandingId standing, PersonId person) implements OfStanding {}

  /** Takes the application or membership back, as the person wishes. */
  record WithdrawStanding(StandingId standing, PersonId person) implements OfStanding {}

  /** Ends the standing. The header gives the reason. */
  record EndStanding(StandingId standing, PersonId person) implements OfStanding {}
}
