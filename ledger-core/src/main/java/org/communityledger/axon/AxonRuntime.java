package org.communityledger.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageHandlerInterceptorChain;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.EventCodec;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decider;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Outcome;
import org.communityledger.log.EntryLog;
import org.communityledger.seal.Vault;

/** Our rules and an application's own Axon parts, running over one log. Safe for many threads. */
public final class AxonRuntime implements AutoCloseable {
  /** Sends data about the machine over the network; never here. */
  private static final String UPDATE_CHECKER = "org.axonframework.update.UpdateCheckerConfigurationEnhancer";

  private final AxonConfiguration configuration;
  private final CommandGate gate;
  private final LedgerMetrics metrics;

  private AxonRuntime(AxonConfiguration configuration, CommandGate gate, LedgerMetrics metrics) {
    this.configuration = configuration;
    this.gate = gate;
    this.metrics = metrics;
  }

  /**
   * Starts the configuration.
   *
   * @param log where events go
   * @param codec how events are written
   * @param commands how commands are written
   * @param contexts the contexts whose commands are decided here
   * @param vault where personal values are kept, asked for when there is the first one
   * @param clock the ledger's time
   * @param meters where to count
   * @param patience how long a command may keep losing races before it is {@code Busy}
   * @param extensions an application's own Axon parts
   */
  public static AxonRuntime start(
      EntryLog log,
      EventCodec codec,
      CommandCodec commands,
      List<Context> contexts,
      Supplier<Vault> vault,
      LedgerClock clock,
      MeterRegistry meters,
      Duration patience,
      List<AxonExtension> extensions) {
    EventMessages messages = new EventMessages(codec.types());
    LedgerStorageEngine engine = new LedgerStorageEngine(log, codec, commands, messages, clock);
    RuleHandler handler = new RuleHandler(new Decider(contexts), engine, new Criteria(codec.types()), messages);
    EventSourcingConfigurer configurer = EventSourcingConfigurer.create()
        .componentRegistry(it -> it.disableEnhancer(UPDATE_CHECKER))
        .registerTagResolver(it -> new LedgerTagResolver())
        .registerEventStorageEngine(it -> engine)
        .messaging(it -> it.registerCommandHandlerInterceptor(config -> AxonRuntime::withoutErrors));
    contexts.forEach(it -> configurer.registerCommandHandlingModule(() -> module(it, handler)));
    extensions.forEach(it -> it.configure(configurer));
    AxonConfiguration configuration = configurer.start();
    LedgerMetrics metrics = new LedgerMetrics(meters);
    CommandGate gate = new CommandGate(configuration.getComponent(CommandBus.class), engine,
        new Sealing(vault, commands), log, codec, commands, metrics, patience);
    try {
      extensions.forEach(it -> it.started(configuration));
    } catch (RuntimeException | Error e) {
      configuration.shutdown(); // or its processors would go on over a log that is closed
      throw e;
    }
    return new AxonRuntime(configuration, gate, metrics);
  }

  /** The first interceptor: an Error thrown further in would leave the unit of work, and its caller, waiting for ever. */
  private static MessageStream<?> withoutErrors(
      CommandMessage message,
      ProcessingContext context,
      MessageHandlerInterceptorChain<CommandMessage> chain) {
    try {
      return chain.proceed(message, context);
    } catch (Throwable e) {
      return MessageStream.failed(e);
    }
  }

  private static CommandHandlingModule module(Context context, RuleHandler handler) {
    CommandHandlingModule.CommandHandlerPhase module = CommandHandlingModule.named("ledger-" + context.name())
        .commandHandlers();
    for (Context.Handling<?, ?> each : context.commands()) {
      module = module.commandHandler(new QualifiedName(each.name()), handler);
    }
    return module.build();
  }

  /** Seals, decides and records a stamped command; blocks until its outcome is durable. */
  public Outcome send(Submission submission) {
    return gate.send(submission);
  }

  /** Counts a commit of the log. */
  public void committed(int entries, long nanos) {
    metrics.committed(entries, nanos);
  }

  /** Stops Axon's processors and handlers; the log stays open. */
  @Override
  public void close() {
    configuration.shutdown();
  }
}
