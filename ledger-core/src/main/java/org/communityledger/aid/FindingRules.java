package org.communityledger.aid;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import org.communityledger.aid.AidCommand.CloseFollowUp;
import org.communityledger.aid.AidCommand.RecordFinding;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidRefusal.FindingExists;
import org.communityledger.aid.AidRefusal.NoFollowUp;
import org.communityledger.aid.AidRefusal.NotAScreening;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Header;

/** The rule sheet of what screenings find. */
final class FindingRules {
  private FindingRules() {}

  static Decision record(RecordFinding command, Header header, Delivery d) {
    if (d.objection().isPresent()) return d.objection().get();
    Step<MovesStock> made = d.made().orElseThrow();
    boolean isExamination = d.toParty()
        .filter(it -> it.kind() == ProgrammeKind.SCREENING && it.party().equals(command.party())).isPresent();
    if (!isExamination) {
      return refuse(new NotAScreening(command.delivery()), made.position());
    }
    if (d.finding().isPresent()) return refuse(new FindingExists(command.delivery()), d.finding().get().position());
    return accept(new FindingRecorded(command.delivery(), d.programme(), command.party(), command.finding(),
        command.followUp(), made.id()));
  }

  static Decision closeFollowUp(CloseFollowUp command, Header header, Delivery d) {
    if (d.objection().isPresent()) return d.objection().get();
    NoFollowUp noFollowUp = new NoFollowUp(command.delivery());
    if (d.followUpClosed().isPresent()) return refuse(noFollowUp, d.followUpClosed().get());
    if (d.finding().isEmpty()) {
      return refuseAbsent(noFollowUp, Selection.of(command.delivery().tag(), FindingRecorded.class));
    }
    Step<FindingRecorded> finding = d.finding().get();
    return finding.fact().followUp()
        ? accept(
            new FollowUpClosed(command.delivery(), finding.fact().programme(), finding.fact().party(), finding.id()))
        : refuse(noFollowUp, finding.position());
  }
}
