package org.communityledger.axon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.communityledger.codec.Receipts;
import org.communityledger.kernel.CommandId;
import org.communityledger.log.Append;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.Appended;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Outlook;
import org.communityledger.log.Staged;
import org.communityledger.log.Unsettled;
import org.jspecify.annotations.Nullable;

/**
 * One append of the log as Axon commits it. Blocks the committing thread until the append is durable, so that the rest of
 * the unit of work stays on that thread. Used by one thread.
 */
final class LogTransaction implements EventStorageEngine.AppendTransaction<Appended> {
  private final EntryLog log;
  private final Append append;
  private final @Nullable Recording recording;
  private final Consumer<CommandId> decided;

  LogTransaction(EntryLog log, Append append, @Nullable Recording recording, Consumer<CommandId> decided) {
    this.log = log;
    this.append = append;
    this.recording = recording;
    this.decided = decided;
  }

  @Override
  public CompletableFuture<Appended> commit(@Nullable ProcessingContext context) {
    return commit();
  }

  /** For 5.0.2 and newer. */
  public CompletableFuture<Appended> commit() {
    try {
      Appended appended = recording == null ? appended() : appendedOn(recording.outlook());
      if (recording != null) {
        recording.recorded(
            Receipts.of(new CommandId(append.commandId()), appended));
      }
      return CompletableFuture.completedFuture(appended);
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(translated(e));
    }
  }

  /** What no rule decided rests on what is durable only, and the log tries it again by itself where places are lost. */
  private Appended appended() {
    try {
      return log.append(append).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Appended appendedOn(Outlook outlook) {
    Staged staged = log.stage(append, outlook);
    decided.accept(new CommandId(append.commandId()));
    return staged.await();
  }

  private static Throwable translated(Throwable failure) {
    if (failure instanceof AppendConflict || failure instanceof CommandRecorded || failure instanceof Unsettled) {
      AppendEventsTransactionRejectedException conflict = new AppendEventsTransactionRejectedException(
          failure.getMessage());
      conflict.initCause(failure);
      return conflict;
    }
    return failure;
  }

  @Override
  public void rollback(@Nullable ProcessingContext context) {
    rollback();
  }

  /** For 5.0.2 and newer. Nothing is held before the commit, so nothing is given back. */
  public void rollback() {}

  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(Appended appended, @Nullable ProcessingContext context) {
    return marker(appended);
  }

  /** For 5.0.2 and newer; they call the erased form, for which no compiler of ours makes a bridge. */
  public CompletableFuture<ConsistencyMarker> afterCommit(Object appended) {
    return marker((Appended) appended);
  }

  private static CompletableFuture<ConsistencyMarker> marker(Appended appended) {
    return CompletableFuture
        .completedFuture(new GlobalIndexConsistencyMarker(appended.first() + appended.leafHashes().size() - 1));
  }
}
