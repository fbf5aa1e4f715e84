package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageHandlerInterceptorChain;
import org.axonframework.messaging.core.MessageStream;
import org.communityledger.Ledger;
import org.communityledger.axon.AxonExtension;
import org.communityledger.cases.CaseCommand;
import org.communityledger.cases.CaseCommand.TakeInterimMeasure;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;

/** All callers at once on one case, round by round, each round with a case of its own so that histories stay short. */
final class Contended implements Benchmark {
  private static final int MOST_ATTEMPTS = 8;

  private final Options options;
  private final int callers;
  private final int rounds;
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final IntSummaryStatistics seen = new IntSummaryStatistics();

  Contended(Options options) {
    this.options = options;
    this.callers = options.callers().orElse(64);
    this.rounds = options.size().orElse(60);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    new Comparison(String.format(Locale.ROOT, "contended: %d rounds a sample, %d callers on one case a round", rounds,
        callers), "commands/s")
        .side("A", "Ledger.record of TakeInterimMeasure, every caller one command a round", this::perSecond)
        .rateAtLeast("A", 2_000)
        .run(options.warmups(rounds * callers), options.pairs(), out);
    out.printf(Locale.ROOT, "  most attempts of a command, warm-ups included: %d, mean %.2f, target ≤ %d: %s%n",
        seen.getMax(), seen.getAverage(), MOST_ATTEMPTS, seen.getMax() <= MOST_ATTEMPTS ? "met" : "MISSED");
  }

  /** There is one side only, which nothing disturbs in the program's own process. */
  @Override
  public Side side(String name) {
    throw Benchmark.noSide(name);
  }

  private double perSecond() throws Exception {
    CaseHistories histories = new CaseHistories(options.seed());
    List<Submission> registrations = histories.registrations();
    EventId cause = new EventId(registrations.getFirst().header().command(), 0);
    List<Submission> reports = histories.reports(rounds, cause);
    List<Submission> others = histories.reports(rounds * callers, cause);
    try (Scratch scratch = Scratch.in(options.folder());
        Callers together = new Callers(callers);
        Ledger ledger = Ledger.at(scratch.file("contended.ledger")).unrestricted().axon(new CountingAttempts())
            .open()) {
      registrations.forEach(it -> Callers.record(ledger, it));
      reports.forEach(it -> Callers.record(ledger, it));
      attempts.clear(); // what comes before is not contended
      long nanos = 0;
      for (int round = 0; round < rounds; round++) {
        CaseCommand report = (CaseCommand) reports.get(round).command();
        List<Submission> measures = new ArrayList<>();
        for (Submission each : others.subList(round * callers, (round + 1) * callers)) {
          Header header = each.header();
          measures.add(new Submission(new TakeInterimMeasure(report.caseId(), "fence-off"),
              Header.of(header.command(), header.actor(), header.occurred(), header.source())));
        }
        nanos += together.nanosToRecord(ledger, measures);
      }
      attempts.values().forEach(seen::accept);
      return Callers.perSecond((long) rounds * callers, nanos);
    }
  }

  /** Counts how often each command reaches its rule. */
  private final class CountingAttempts implements AxonExtension {
    @Override
    public void configure(EventSourcingConfigurer configurer) {
      configurer.messaging(it -> it.registerCommandHandlerInterceptor(all -> (message, context, chain) -> {
        attempts.merge(message.identifier(), 1, Integer::sum);
        return proceed(chain, message, context);
      }));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the chain is declared for any message, and gets what it gave
    private static MessageStream proceed(MessageHandlerInterceptorChain chain, Message message,
        org.axonframework.messaging.core.unitofwork.ProcessingContext context) {
      return chain.proceed(message, context);
    }
  }
}
