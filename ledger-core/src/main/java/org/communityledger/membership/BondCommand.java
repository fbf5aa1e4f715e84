package org.communityledger.membership;

import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Texts;

/** What can be asked about bonds: somebody supports somebody else, in a pair. */
public sealed interface BondCommand extends Command, About {
  /** The bond the command is about. */
  BondId bond();

  @Override
  default Id subject() {
    return bond();
  }

  /**
   * Pairs two parties.
   *
   * @param bond the bond
   * @param kind what kind of bond, a code word; the supported must have consented to it, unless it is an organisation
   * @param sponsor who supports
   * @param supported who is supported
   * @param arrangedBy who brought them together
   */
  record FormBond(BondId bond, String kind, Party sponsor, Party supported, OrgId arrangedBy)
      implements
        BondCommand {
    public FormBond {
      Texts.code("kind", kind);
    }

    Pair pair() {
      return new Pair(kind, sponsor, supported);
    }
  }

  /**
   * Records that the two were in contact, on the day the header says.
   *
   * @param bond the bond
   * @param supported who is supported, under whose key the note is sealed
   * @param how a code word: {@code visit}, {@code call}
   * @param note what is noted of it
   */
  record LogContact(BondId bond, Party supported, String how, Optional<Sealed<String>> note)
      implements
        BondCommand,
        Personal {
    public LogContact {
      Texts.code("how", how);
      note.ifPresent(it -> Words.check("note", it));
    }

    /** A contact of which nothing is noted. */
    public static LogContact of(BondId bond, Party supported, String how) {
      return new LogContact(bond, supported, how, Optional.empty());
    }

    /** The same contact with a note, which is sealed when the command is recorded. */
    public LogContact noting(String text) {
      return new LogContact(bond, supported, how, Optional.of(Sealed.of(text)));
    }

    @Override
    public SealedFor sealedFor(String member) {
      return Pair.notesOf(supported);
    }
  }

  /** Ends a bond, on the day the header says. */
  record EndBond(BondId bond) implements BondCommand {}
}
