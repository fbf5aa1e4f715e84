package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidRefusal.FindingExists;
import org.communityledger.aid.AidRefusal.NoFollowUp;
import org.communityledger.aid.AidRefusal.NotAScreening;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;

/** The rule sheet of what screenings find. */
final class FindingRules {
  private FindingRules() {}

  static Decision record(RecordFinding command, Header header, Examination found) {
    Delivery d = found.delivery();
    if (d.objection().isPresent()) return d.objection().get();
    Step<MovesStock> made = d.made().orElseThrow();
    boolean isScreening = found.programme().flatMap(Programme::opening)
        .filter(it -> it.fact().kind() == ProgrammeKind.SCREENING).isPresent();
    if (!isScreening || d.toParty().filter(it -> it.party().equals(command.party())).isEmpty()) {
      return refuse(new NotAScreening(command.delivery()), made.position());
    }
    if (d.finding().isPresent()) return refuse(new FindingExists(command.delivery()), d.finding().get().position());
    return accept(new FindingRecorded(command.delivery(), command.party(), command.finding(), command.followUp(),
        made.id()));
  }

  static Reading<Examination> examination(RecordFinding command) {
    return Delivery.reading(command.delivery()).then(d -> d.toParty().map(Delivered::programme)
        .map(it -> Programme.reading(it).map(programme -> new Examination(d, Optional.of(programme))))
        .orElse(Reading.known(new Examination(d, Optional.empty()))));
  }

  /** A delivery, and the programme of which it is, if it was to a party. */
  record Examination(Delivery delivery, Optional<Programme> programme) {}

  static Decision closeFollowUp(CloseFollowUp command, Header header, Delivery d) {
    if (d.objection().isPresent()) return d.objection().get();
    NoFollowUp noFollowUp = new NoFollowUp(command.delivery());
    if (d.followUpClosed().isPresent()) return refuse(noFollowUp, d.followUpClosed().get());
    if (d.finding().isEmpty()) {
      return refuseAbsent(noFollowUp, Selection.of(command.delivery().tag(), FindingRecorded.class));
    }
    Step<FindingRecorded> finding = d.finding().get();
    return finding.fact().followUp()
        ? accept(new FollowUpClosed(command.delivery(), finding.id()))
        : refuse(noFollowUp, finding.position());
  }
}
