package org.communityledger.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Decider;
import org.communityledger.decide.Permit;
import org.communityledger.decide.Proposal;
import org.communityledger.decide.Submission;
import org.communityledger.decide.Verdict;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;

/**
 * The ledger's rules over a history in memory: decides what is asked, and remembers what it decided. What it decides is
 * what the ledger would. Not thread-safe.
 */
final class RulesInMemory {
  private final Decider decider = new Decider(Contexts.ALL);
  private final HistoryInMemory history = new HistoryInMemory();
  private long size = 1; // the founding is there already

  /**
   * Decides what is asked, and with an erasure also its completion, which the ledger asks for by itself.
   *
   * @throws IllegalStateException if it is refused: nobody should have asked
   */
  List<RecordedEvent> decide(Asked asked, Instant now) {
    List<RecordedEvent> decided = new ArrayList<>(decideOne(asked, now));
    if (asked.command() instanceof EraseSubject it) {
      Header request = asked.header();
      Header completing = Header.of(new CommandId("erased/" + request.command().value()), request.actor(),
          request.occurred(), request.source()).causedBy(asked.event());
      decided.addAll(decideOne(new Asked(new CompleteErasure(it.subject(), asked.event(), 0), completing), now));
    }
    return decided;
  }

  private List<RecordedEvent> decideOne(Asked asked, Instant now) {
    Header stamped = asked.header().stamped(LocalDate.ofInstant(now, District.ZONE), District.ZONE);
    Submission submission = new Submission(asked.command(), stamped, Permit.UNRESTRICTED);
    return switch (decider.decide(submission, history)) {
      case Verdict.Granted granted -> remembered(granted.events(), stamped.command(), now);
      case Verdict.Denied denied -> throw new IllegalStateException(
          "The rules refuse what was asked: " + denied.decision() + " to " + asked);
    };
  }

  private List<RecordedEvent> remembered(List<Proposal> proposals, CommandId command, Instant now) {
    List<RecordedEvent> decided = new ArrayList<>(proposals.size());
    for (Proposal each : proposals) {
      RecordedEvent event = new RecordedEvent(size++, new EventId(command, decided.size()), now, each.header(),
          each.corrects(), each.tags(), each.event());
      history.add(event);
      decided.add(event);
    }
    return decided;
  }

  /** An event that was decided. */
  Optional<RecordedEvent> find(EventId id) {
    return history.find(id);
  }
}
