package org.communityledger.axon;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.EventCodec;
import org.communityledger.decide.CommonRefusal.Busy;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.About;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Outcome;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.EntryLog;
import org.communityledger.log.LogException;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.Unsettled;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands through Axon's command bus and sees lost races through. Commands about the same thing take turns from
 * the start; a turn ends when the command has its place in the log or is refused, long before that is durable. A command
 * that lost all the same is decided again on fresh history, after a turn on the tags it lost by too. Safe for many
 * threads; each call blocks its thread.
 */
final class CommandGate {
  /** How long to wait for an answer before saying that the outcome is unknown; far beyond any healthy append. */
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final CommandBus bus;
  private final LedgerStorageEngine engine;
  private final EntryLog log;
  private final EventCodec codec;
  private final CommandCodec commands;
  private final LedgerMetrics metrics;
  private final Duration patience;
  private final FairTurns turns = new FairTurns();
  /** The turns of commands that are not decided yet. */
  private final ConcurrentMap<CommandId, FairTurns.Turn> underWay = new ConcurrentHashMap<>();

  CommandGate(
      CommandBus bus,
      LedgerStorageEngine engine,
      EntryLog log,
      EventCodec codec,
      CommandCodec commands,
      LedgerMetrics metrics,
      Duration patience) {
    this.bus = bus;
    this.engine = engine;
    this.log = log;
    this.codec = codec;
    this.commands = commands;
    this.metrics = metrics;
    this.patience = patience;
    engine.onDecided(it -> underWay.computeIfPresent(it, (command, turn) -> {
      turn.close(); // the next in turn sees what this one leaves behind, durable or not
      return null;
    }));
  }

  /**
   * Decides and records a stamped command.
   *
   * @throws LogException if the ledger fails technically
   */
  Outcome send(Submission submission) {
    Attempt.Decided decided = untilDecided(submission);
    metrics.count(decided);
    return decided.outcome();
  }

  private Attempt.Decided untilDecided(Submission submission) {
    CommandId command = submission.header().command();
    String name = commands.names().nameOf(submission.command().getClass());
    int attempts = 0;
    long deadline = System.nanoTime() + patience.toNanos();
    Set<String> wanted = subjectOf(submission);
    FairTurns.@Nullable Turn turn = null;
    try {
      turn = turns.take(wanted, patience).orElse(null); // without one it tries its luck
      for (int attempt = 1;; attempt++) {
        if (turn != null) {
          underWay.put(command, turn);
        }
        Attempt result = attempt(submission, name);
        attempts = attempt;
        metrics.attempted(attempt, result);
        switch (result) {
          case Attempt.Decided decided -> {
            return decided;
          }
          case Attempt.Lost lost -> {
            if (System.nanoTime() >= deadline) {
              return busy(command, attempt, lost);
            }
            Set<String> contended = contendedTags(lost);
            if (turn == null || lost.conflict().isEmpty() || !wanted.containsAll(contended)) {
              if (turn != null) {
                underWay.remove(command, turn);
                turn.close(); // all tags are taken together, or two commands could wait for each other
              }
              wanted = union(wanted, contended);
              turn = turns.take(wanted, Duration.ofNanos(deadline - System.nanoTime())).orElse(null);
              if (turn == null) {
                return busy(command, attempt, lost);
              }
            }
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogException("Interrupted while command " + command
          + " was under way; it may or may not be recorded: send it again under the same id", e);
    } finally {
      if (turn != null) {
        underWay.remove(command, turn);
        turn.close();
      }
      metrics.ended(attempts);
    }
  }

  /** Names what came in between if that is durable; what is not may never have been. */
  private Attempt.Decided busy(CommandId command, int attempts, Attempt.Lost lost) {
    List<Long> causes = lost.conflict().stream().map(AppendConflict::position).filter(it -> it < log.size()).toList();
    return new Attempt.Decided(new Outcome.Refused(new Busy(command, attempts), causes, Optional.empty()), false);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** The tag of the thing the command is about. */
  private static Set<String> subjectOf(Submission submission) {
    return submission.command() instanceof About about ? Set.of(about.subject().tag().toString()) : Set.of();
  }

  /** The tags the command reads and the entry that got in between carries; empty if it was the same command. */
  private Set<String> contendedTags(Attempt.Lost lost) {
    if (lost.conflict().isEmpty()) {
      return Set.of();
    }
    long position = lost.conflict().get().position();
    Outlook outlook = log.outlook();
    if (position >= outlook.size()) {
      return Set.of(); // it could not be stored after all
    }
    Set<String> tags;
    try {
      tags = new HashSet<>(codec.read(outlook.read(Query.all(), position, 1).getFirst().leaf()).tags());
    } catch (Unsettled e) {
      return Set.of(); // nor is it now
    }
    tags.retainAll(lost.conflict().get().condition().query().criteria().stream().flatMap(it -> it.tags().stream())
        .collect(Collectors.toSet()));
    return tags;
  }

  private Attempt attempt(Submission submission, String name) throws InterruptedException {
    CommandMessage message = new GenericCommandMessage(new GenericMessage(submission.header().command().value(),
        new MessageType(new QualifiedName(name), "1"), submission, java.util.Map.of()));
    try {
      CommandResultMessage result = bus.dispatch(message, null).get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      return decided(submission, result);
    } catch (TimeoutException e) {
      throw new LogException("No answer for command " + submission.header().command() + " within " + ANSWER
          + "; it may or may not be recorded: send it again under the same id", e);
    } catch (ExecutionException e) {
      return failed(submission, rootOf(e));
    } catch (RuntimeException e) { // an application's own interceptors are called on the way
      return failed(submission, rootOf(e));
    }
  }

  private static Attempt decided(Submission submission, @Nullable CommandResultMessage result) {
    Object answer = result == null ? null : result.payload();
    if (answer instanceof Recording recording && recording.receipt().isPresent()) {
      return new Attempt.Decided(new Outcome.Accepted(recording.receipt().get()), true);
    }
    if (answer instanceof Outcome outcome) {
      return new Attempt.Decided(outcome, false);
    }
    throw new IllegalStateException("the rule of " + submission.command().getClass().getSimpleName()
        + " was not heard: an interceptor or handler answered " + answer + " in its place");
  }

  private Attempt failed(Submission submission, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof AppendConflict conflict) {
        return new Attempt.Lost(Optional.of(conflict));
      }
      if (each instanceof Unsettled) {
        return new Attempt.Lost(Optional.empty());
      }
      if (each instanceof CommandRecorded) {
        return engine.earlierOutcome(submission).<Attempt>map(it -> new Attempt.Decided(it, false))
            .orElseGet(() -> new Attempt.Lost(Optional.empty()));
      }
    }
    // The append may stand although something after it failed; then the truth is in the log.
    Optional<Outcome> recorded = engine.earlierOutcome(submission);
    if (recorded.isPresent()) {
      return new Attempt.Decided(recorded.get(), true);
    }
    throw failure instanceof LogException known
        ? known
        : new LogException("Command " + submission.header().command() + " could not be decided: " + failure, failure);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable each = failure;
    while ((each instanceof ExecutionException || each instanceof CompletionException) && each.getCause() != null) {
      each = each.getCause();
    }
    return each;
  }

  /** How one dispatch ended. */
  sealed interface Attempt {
    /** An answer; new if this attempt recorded it, not if an earlier one had. */
    record Decided(Outcome outcome, boolean isNew) implements Attempt {}

    /** Something got in between; without a conflict it was the same command, or what was seen could not be stored. */
    record Lost(Optional<AppendConflict> conflict) implements Attempt {}
  }
}
