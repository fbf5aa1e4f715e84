package org.communityledger.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.decide.Decider;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Proposal;
import org.communityledger.decide.Submission;
import org.communityledger.decide.Verdict;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Outcome.Absence;
import org.communityledger.log.Outlook;

/** Handles every command that has a rule: read, decide, look for an earlier recording, append last. */
final class RuleHandler implements CommandHandler {
  private static final MessageType RESULT = new MessageType(new QualifiedName("ledger.Outcome"), "1");

  private final Decider decider;
  private final LedgerStorageEngine engine;
  private final Criteria criteria;
  private final EventMessages messages;

  RuleHandler(Decider decider, LedgerStorageEngine engine, Criteria criteria, EventMessages messages) {
    this.decider = decider;
    this.engine = engine;
    this.criteria = criteria;
    this.messages = messages;
  }

  @Override
  public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
    Submission submission = message.payloadAs(Submission.class);
    return MessageStream.just(new GenericCommandResultMessage(RESULT, answer(submission, context)));
  }

  /** The outcome, or the {@link Recording} that will hold the receipt once the append is durable. */
  private Object answer(Submission submission, ProcessingContext context) {
    Outlook outlook = engine.outlook();
    context.putResource(AxonHistory.OUTLOOK, outlook);
    AxonHistory history = new AxonHistory(context.component(EventStore.class).transaction(context), engine, outlook,
        criteria);
    Verdict verdict = decider.decide(submission, history);
    return switch (verdict) {
      case Verdict.Denied denied -> {
        engine.decided(submission.header().command());
        // Nobody is refused because of what then turns out not to stand; nor because of their own first sending, so it is
        // looked up after reading. Where the rule grants a resend, the append fails on the id, and the gate looks it up.
        outlook.awaitDurable();
        yield engine.earlierOutcome(submission).orElseGet(() -> refused(denied.decision(), outlook.size() - 1));
      }
      case Verdict.Granted granted -> {
        Recording recording = new Recording(submission, decider.rulesVersion(submission.command()), granted.events(),
            outlook);
        context.putResource(Recording.KEY, recording);
        EventAppender.forContext(context).append(messagesOf(submission.header().command(), granted.events()));
        yield recording;
      }
    };
  }

  private List<EventMessage> messagesOf(CommandId command, List<Proposal> proposals) {
    List<EventMessage> all = new ArrayList<>(proposals.size());
    for (Proposal each : proposals) {
      all.add(messages.proposed(new EventId(command, all.size()), each.event(), each.header()));
    }
    return all;
  }

  private static Outcome refused(Decision.Refuse refuse, long upTo) {
    return new Outcome.Refused(refuse.refusal(), refuse.causes(),
        refuse.nothingFound().map(it -> new Absence(it.toString(), upTo)));
  }

  static Outcome reused(CommandId command, long first) {
    return new Outcome.Refused(new CommandIdReused(command), List.of(first), Optional.empty());
  }
}
