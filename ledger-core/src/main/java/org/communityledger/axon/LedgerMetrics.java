package org.communityledger.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.communityledger.kernel.Outcome;

/**
 * What the ledger counts. Meters: {@code ledger.commands.recorded}, {@code ledger.commands.resent} (recorded before, the
 * first receipt returned), {@code ledger.commands.refused} by {@code reason}, {@code ledger.commands.conflicts} (races
 * lost), {@code ledger.commands.retries} (commands decided more than once), {@code ledger.commands.attempts} (decisions a
 * command), {@code ledger.commit.batch} (entries a commit) and {@code ledger.commit.time}. Counted once a command, outside
 * the retries.
 */
final class LedgerMetrics {
  private final MeterRegistry registry;
  private final Counter recorded;
  private final Counter resent;
  private final Counter conflicts;
  private final Counter retries;
  private final DistributionSummary attempts;
  private final DistributionSummary batch;
  private final Timer commit;

  LedgerMetrics(MeterRegistry registry) {
    this.registry = registry;
    recorded = registry.counter("ledger.commands.recorded");
    resent = registry.counter("ledger.commands.resent");
    conflicts = registry.counter("ledger.commands.conflicts");
    retries = registry.counter("ledger.commands.retries");
    attempts = DistributionSummary.builder("ledger.commands.attempts").baseUnit("attempts").register(registry);
    batch = DistributionSummary.builder("ledger.commit.batch").baseUnit("entries").register(registry);
    commit = registry.timer("ledger.commit.time");
  }

  void count(CommandGate.Attempt.Decided decided) {
    switch (decided.outcome()) {
      case Outcome.Accepted accepted -> (decided.isNew() ? recorded : resent).increment();
      case Outcome.Refused refused -> registry.counter("ledger.commands.refused", "reason", refused.refusal().name())
          .increment();
    }
  }

  void attempted(int attempt, CommandGate.Attempt result) {
    if (result instanceof CommandGate.Attempt.Lost) {
      conflicts.increment();
    } else if (attempt > 1) {
      retries.increment();
    }
  }

  /** Counts a command's attempts, once, whatever became of it. */
  void ended(int attemptsOfCommand) {
    attempts.record(attemptsOfCommand);
  }

  void committed(int entries, long nanos) {
    batch.record(entries);
    commit.record(Duration.ofNanos(nanos));
  }
}
