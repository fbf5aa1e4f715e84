package org.communityledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.communityledger.axon.LedgerClock;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.Receipts;
import org.communityledger.decide.Proposal;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SealedValues;
import org.communityledger.log.Append;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.Draft;
import org.communityledger.log.EntryLog;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.seal.SealedEvents;
import org.communityledger.seal.Vault;

/**
 * The bulk door, for imports, generators and tests: records events that happened elsewhere, without asking any rule.
 * Their decision records say so. Not reachable from {@code record}. Safe for many threads.
 */
public final class LedgerHistory {
  private final EntryLog log;
  private final EventCodec codec;
  private final CommandCodec commands;
  private final Supplier<Vault> vault;
  private final LedgerClock clock;

  LedgerHistory(
      EntryLog log,
      EventCodec codec,
      CommandCodec commands,
      Supplier<Vault> vault,
      LedgerClock clock) {
    this.vault = vault;
    this.log = log;
    this.codec = codec;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Records events together under one header; blocks until they are durable. The same command id again records nothing
   * and returns the first receipt, whatever the events.
   *
   * @throws LedgerException if the ledger fails technically
   * @throws IllegalArgumentException if there is no event, or one that cannot be stored, or an erasure
   */
  public Receipt append(Header header, List<? extends Event> events) {
    try {
      return appendAsync(header, events).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LedgerException cause ? cause : e;
    }
  }

  /**
   * Like {@link #append}, without waiting: many appends under way share a commit. The future fails with
   * {@link LedgerException} only; events that cannot be stored are named at once. It completes on a thread of the ledger's:
   * what hangs on it must not wait for the ledger, or it waits for ever; hand such work on to another thread.
   */
  public CompletableFuture<Receipt> appendAsync(Header header, List<? extends Event> events) {
    try {
      return send(header, events).exceptionally(failure -> {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
        throw cause instanceof RuntimeException known
            ? LedgerException.of(known)
            : new LedgerException("The append failed: " + cause, cause, null, null);
      });
    } catch (LogException e) {
      return CompletableFuture.failedFuture(LedgerException.of(e));
    }
  }

  private CompletableFuture<Receipt> send(Header header, List<? extends Event> events) {
    if (events.stream().anyMatch(it -> it instanceof Erasure || it instanceof SubjectErased)) {
      throw new IllegalArgumentException("An erasure is not recorded without rules, because nothing would be destroyed;"
          + " send records.EraseSubject");
    }
    Header stamped = clock.stamp(header);
    Optional<RecordedDecision> earlier = log.decision(stamped.command().value());
    if (earlier.isPresent()) {
      return CompletableFuture.completedFuture(Receipts.of(log, earlier.get()));
    }
    boolean hasValues = stamped.bringsWords() || events.stream().anyMatch(it -> !SealedValues.in(it).isEmpty());
    if (!hasValues) {
      return send(stamped, events, Set.of());
    }
    Set<SealedFor> about = new HashSet<>();
    events.forEach(it -> about.addAll(SealedValues.in(it)));
    if (stamped.bringsWords()) {
      about.add(SealedFor.of(stamped.command(), "REASON"));
    }
    SealedEvents sealed = vault.get().sealEvents(stamped.command(), stamped, events);
    return send(sealed.header(), sealed.events(), about);
  }

  private CompletableFuture<Receipt> send(
      Header stamped,
      List<? extends Event> events,
      Set<SealedFor> about) {
    CommandId command = stamped.command();
    CommandCodec.Written written = commands.writeUnruled(stamped);
    byte[] decision = written.decisionRecord(log.size() - 1, CommandCodec.NO_RULES);
    byte[] hash = MerkleHash.plain(decision);
    List<Draft> drafts = new ArrayList<>(events.size());
    for (Event event : events) {
      Proposal proposal = new Proposal(event, stamped, Optional.empty(), about);
      EventId id = new EventId(command, drafts.size());
      drafts.add(codec.encode(id, event, stamped, Optional.empty(), proposal.tags(), hash));
    }
    Append append = new Append(command.value(), decision, written.digest(), drafts,
        unlessErased(about));
    return log.append(append).thenApply(it -> Receipts.of(command, it)).exceptionallyCompose(failure -> {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      // Sent twice at once: the other one was first, and its receipt is this one's too.
      return cause instanceof CommandRecorded
          ? CompletableFuture.completedFuture(Receipts.of(log, log.decision(command.value()).orElseThrow()))
          : CompletableFuture.failedFuture(failure);
    });
  }

  /** Nothing is sealed for whoever is to be forgotten. */
  private AppendCondition unlessErased(Set<SealedFor> about) {
    return about.isEmpty()
        ? AppendCondition.none()
        : AppendCondition.nothingMatching(new Query(about.stream().map(it -> it.tag().toString()).distinct()
            .map(it -> new Query.Criterion(Set.of(it), Set.copyOf(codec.types().namesOf(Erasure.class)))).toList()), 0);
  }
}
