package org.communityledger.axon;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.Receipts;
import org.communityledger.decide.Proposal;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Append;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.jspecify.annotations.Nullable;

/**
 * Our log as Axon's event storage engine. Token and marker semantics: a marker is the last position read, a token the
 * last position seen.
 *
 * <p>Safe for many threads. {@code commit} blocks the calling thread until the append is durable, so that the rest of
 * the unit of work stays on that thread.
 */
final class LedgerStorageEngine implements EventStorageEngine {
  private static final int CHUNK = 1_000;

  private final EntryLog log;
  private final EventCodec codec;
  private final CommandCodec commands;
  private final EventMessages messages;
  private final LedgerClock clock;
  private final DecodedEvents decoded;
  private volatile Consumer<CommandId> onDecided = command -> {};

  LedgerStorageEngine(EntryLog log, EventCodec codec, CommandCodec commands, EventMessages messages,
      LedgerClock clock) {
    this.log = log;
    this.codec = codec;
    this.commands = commands;
    this.messages = messages;
    this.clock = clock;
    this.decoded = new DecodedEvents(codec);
  }

  long lastPosition() {
    return log.size() - 1;
  }

  Outlook outlook() {
    return log.outlook();
  }

  Optional<RecordedEvent> find(EventId id, Outlook outlook) {
    return outlook.decision(id.command().value())
        .filter(it -> id.number() < it.count())
        .map(it -> decoded.of(outlook.read(Query.all(), it.first() + id.number(), 1).getFirst()));
  }

  /** Who wants to know when a command is decided: refused, or given its place in the log. */
  void onDecided(Consumer<CommandId> listener) {
    onDecided = listener;
  }

  void decided(CommandId command) {
    onDecided.accept(command);
  }

  /** What an earlier recording under the submission's command id means for it, if there is one. */
  Optional<Outcome> earlierOutcome(Submission submission) {
    CommandId command = submission.header().command();
    return log.decision(command.value()).map(it -> isResend(submission, it)
        ? new Outcome.Accepted(Receipts.of(log, it))
        : RuleHandler.reused(command, it.first()));
  }

  private boolean isResend(Submission submission, RecordedDecision earlier) {
    return earlier.digest().length == 0 || java.util.Arrays.equals(earlier.digest(), commands.digest(submission));
  }

  @Override
  public CompletableFuture<AppendTransaction<?>> appendEvents(
      AppendCondition condition,
      @Nullable ProcessingContext context,
      List<TaggedEventMessage<?>> events) {
    if (events.isEmpty()) {
      return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
    }
    try {
      Recording recording = context == null ? null : context.getResource(Recording.KEY);
      CommandId command = recording == null
          ? commandOf(context, events)
          : recording.submission().header().command();
      org.communityledger.log.AppendCondition logCondition = conditionOf(condition);
      long readTo = recording != null
          ? recording.outlook().size() - 1
          : logCondition.query().criteria().isEmpty() ? lastPosition() : logCondition.from() - 1;
      CommandCodec.Written written = recording == null
          ? commands.writeUnruled(foreignHeader(command, events.getFirst().event()))
          : commands.write(recording.submission());
      byte[] decision = written.decisionRecord(readTo, recording == null ? CommandCodec.NO_RULES : recording.rules());
      byte[] decisionHash = MerkleHash.plain(decision);
      List<Draft> drafts = new ArrayList<>(events.size());
      Deque<Proposal> proposals = new ArrayDeque<>(recording == null ? List.of() : recording.proposals());
      for (TaggedEventMessage<?> each : events) {
        EventId id = new EventId(command, drafts.size());
        boolean isProposed = recording != null && !proposals.isEmpty()
            && each.event().identifier().equals(recording.nextId(proposals.size()).value());
        drafts.add(isProposed
            ? proposed(id, proposals.removeFirst(), decisionHash)
            : foreign(id, each, recording, decisionHash));
      }
      Append append = new Append(command.value(), decision, written.digest(), drafts, logCondition);
      return CompletableFuture.completedFuture(new LogTransaction(log, append, recording, this::decided));
    } catch (Throwable e) {
      // An Error thrown here would reach callers as a NullPointerException of the unit of work (until 5.2.0).
      return CompletableFuture.failedFuture(e);
    }
  }

  private Draft proposed(EventId id, Proposal proposal, byte[] decisionHash) {
    return codec.encode(id, proposal.event(), proposal.header(), proposal.corrects(), proposal.tags(), decisionHash);
  }

  /** An event that no rule decided: an application's own, alone or beside a rule's. */
  private Draft foreign(
      EventId id,
      TaggedEventMessage<?> tagged,
      @Nullable Recording recording,
      byte[] decisionHash) {
    EventMessage message = tagged.event();
    if (!(message.payload() instanceof Event event)) {
      throw new IllegalArgumentException(
          message.type().name() + " cannot be stored: its record must implement " + Event.class.getName()
              + " and be registered in the ledger's builder");
    }
    String registered = codec.types().of(event).name();
    if (!registered.equals(message.type().name())) {
      throw new IllegalArgumentException(event.getClass().getName() + " is registered as " + registered
          + " but was published as " + message.type().name() + "; give both the same name");
    }
    Header header = recording == null
        ? foreignHeader(id.command(), message)
        : recording.submission().header();
    Set<org.communityledger.kernel.Tag> tags = new TreeSet<>(
        Comparator.comparing(org.communityledger.kernel.Tag::toString));
    for (Tag each : tagged.tags()) {
      tags.add(Criteria.tag(each));
    }
    return codec.encode(id, event, header, Optional.empty(), tags, decisionHash);
  }

  private Header foreignHeader(CommandId command, EventMessage message) {
    return clock.stamp(HeaderMetadata.read(command, message.metadata()));
  }

  private static CommandId commandOf(@Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
    Message handled = context == null ? null : Message.fromContext(context);
    String id = handled instanceof CommandMessage ? handled.identifier() : events.getFirst().event().identifier();
    return new CommandId(id);
  }

  private static org.communityledger.log.AppendCondition conditionOf(AppendCondition condition) {
    if (condition.consistencyMarker().equals(ConsistencyMarker.INFINITY)) {
      return org.communityledger.log.AppendCondition.none();
    }
    return org.communityledger.log.AppendCondition.nothingMatching(Criteria.query(condition.criteria()),
        GlobalIndexConsistencyMarker.position(condition.consistencyMarker()) + 1);
  }

  @Override
  public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
    Outlook outlook = context == null ? null : context.getResource(AxonHistory.OUTLOOK);
    // Taken before reading, so that nothing that comes in between is missed by the condition.
    long head = outlook == null ? log.size() : outlook.size();
    long from = start(condition.start());
    Query query = Criteria.query(condition.criteria());
    List<Sourced> found = new ArrayList<>();
    while (true) {
      List<Entry> chunk = outlook == null ? log.read(query, from, head, CHUNK) : outlook.read(query, from, CHUNK);
      for (Entry each : chunk) {
        RecordedEvent event = decoded.of(each);
        EventMessage message = outlook == null ? messages.recorded(event) : messages.forRule(event);
        found.add(new Sourced(message, EventMessages.contextOf(event)));
      }
      if (chunk.size() < CHUNK) {
        break;
      }
      from = chunk.getLast().position() + 1;
    }
    Context end = ConsistencyMarker.addToContext(Context.empty(), new GlobalIndexConsistencyMarker(head - 1));
    Stream<Sourced> all = Stream.concat(found.stream(), Stream.of(new Sourced(TerminalMessage.INSTANCE, end)));
    return MessageStream.fromStream(all, Sourced::message, Sourced::context);
  }

  private static long start(Position position) {
    return position.equals(Position.START) ? 0 : Math.max(0, GlobalIndexPosition.toIndex(position));
  }

  @Override
  public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
    long after = condition.position() == null ? -1 : condition.position().position().orElse(-1);
    return new LedgerEventStream(log, codec, messages, Criteria.query(condition.criteria()), after + 1);
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(-1));
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(lastPosition()));
  }

  /** A token before the first event recorded at or after the instant; recorded times never go back. */
  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    long low = 0;
    long high = log.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      Entry entry = log.read(Query.all(), middle, middle + 1, 1).getFirst();
      if (codec.decodeCarryingUnknown(entry).recordedAt().isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(low - 1));
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("entries", log.size());
    descriptor.describeProperty("types", codec.types().all());
  }

  // The shapes of newer releases, checked outside this build. 5.0.2 to 5.2.x call these instead of the ones with a
  // ProcessingContext; 5.3.0 gives source its context back.

  public MessageStream<EventMessage> source(SourcingCondition condition) {
    return source(condition, null);
  }

  public MessageStream<EventMessage> stream(StreamingCondition condition) {
    return stream(condition, null);
  }

  public CompletableFuture<TrackingToken> firstToken() {
    return firstToken(null);
  }

  public CompletableFuture<TrackingToken> latestToken() {
    return latestToken(null);
  }

  public CompletableFuture<TrackingToken> tokenAt(Instant at) {
    return tokenAt(at, null);
  }

  private record Sourced(EventMessage message, Context context) {}
}
