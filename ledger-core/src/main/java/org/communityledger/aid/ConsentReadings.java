package org.communityledger.aid;

import java.util.Optional;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;

/** What aid tells other contexts about consents. */
public final class ConsentReadings {
  private ConsentReadings() {}

  /** The consent of a party as it stands. */
  public static Reading<Consent> given(ConsentMatter matter, Party party) {
    Selection selection = Selection.of(matter.tag(party), ConsentGiven.class, ConsentWithdrawn.class);
    return Reading.of(selection, new Consent(Optional.empty(), Optional.empty(), selection),
        (consent, recorded) -> evolve(consent, recorded, matter, party));
  }

  /** The consent of a party to be bound in bonds of a kind, as it stands. */
  public static Reading<Consent> toBonds(String kind, Party party) {
    return given(ConsentMatter.ofBond(kind), party);
  }

  /** A programme and a kind of bond may be called the same and then share a tag. */
  private static Consent evolve(Consent consent, RecordedEvent recorded, ConsentMatter matter, Party party) {
    return switch (recorded.event()) {
      case ConsentGiven it when it.matter().equals(matter) && it.party().equals(party) ->
        new Consent(Optional.of(new Consent.Given(recorded.id(), recorded.position(), recorded.header().occurred())),
            Optional.empty(), consent.lookedFor());
      case ConsentWithdrawn it when it.matter().equals(matter) && it.party().equals(party) ->
        new Consent(Optional.empty(), Optional.of(recorded.position()), consent.lookedFor());
      default -> consent;
    };
  }
}
