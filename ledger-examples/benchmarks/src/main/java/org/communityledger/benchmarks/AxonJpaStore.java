package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.communityledger.benchmarks.RecordedRows.Recorded;
import org.h2.store.fs.FilePath;

/**
 * What Axon brings itself: its command bus and its JPA engine, on an H2 file. A handler sources the case, finds nothing, and appends one event of prepared bytes under one
 * tag, the most this engine allows. Safe for many threads.
 */
final class AxonJpaStore implements AutoCloseable {
  private static final QualifiedName COMMAND = new QualifiedName("benchmark.ReportCase");
  private static final MessageType TYPE = new MessageType(COMMAND, "1");
  private static final String TAG = "case";

  /** When what is committed is on the disk. */
  enum Durability {
    /** Later: H2's own settings, which write half a second after the commit. */
    OF_H2,
    /** Before the commit returns. */
    EACH_COMMIT
  }

  private final AxonJpaEngine engine;
  private final AxonConfiguration configuration;
  private final CommandBus bus;

  AxonJpaStore(Path file, int callers, Durability durability) {
    engine = new AxonJpaEngine(url(file.toAbsolutePath(), durability), callers, it -> it);
    configuration = EventSourcingConfigurer.create()
        .componentRegistry(
            it -> it.disableEnhancer("org.axonframework.update.UpdateCheckerConfigurationEnhancer"))
        .registerTagResolver(it -> message -> Set.of(new Tag(TAG, message.identifier())))
        .registerEventStorageEngine(it -> engine.engine())
        .registerCommandHandlingModule(
            () -> CommandHandlingModule.named("benchmark").commandHandlers().commandHandler(COMMAND, this::handle)
                .build())
        .start();
    bus = configuration.getComponent(CommandBus.class);
  }

  private static String url(Path file, Durability durability) {
    return switch (durability) {
      case OF_H2 -> "jdbc:h2:file:" + file;
      case EACH_COMMIT -> {
        FilePath.register(new DurableFiles());
        yield "jdbc:h2:" + DurableFiles.SCHEME + ":" + file + ";WRITE_DELAY=0";
      }
    };
  }

  private MessageStream.Single<CommandResultMessage> handle(CommandMessage command, ProcessingContext context) {
    String id = command.identifier();
    int known = context.component(EventStore.class).transaction(context)
        .source(SourcingCondition.conditionFor(EventCriteria.havingTags(TAG, id)))
        .reduce(0, (count, entry) -> entry.message().payload() == null ? count : count + 1).join();
    if (known > 0) {
      throw new IllegalStateException(id + " is known");
    }
    EventMessage event = new GenericEventMessage(id, TYPE, command.payload(), Map.of(), Instant.now());
    EventAppender.forContext(context).append(List.of(event));
    return MessageStream.just(new GenericCommandResultMessage(TYPE, id));
  }

  /** Handles one command and waits for its answer. */
  void record(Recorded command) throws Exception {
    CommandMessage message = new GenericCommandMessage(
        new GenericMessage(command.caseTag().substring(5), TYPE, command.leaf(), Map.of()));
    bus.dispatch(message, null).get();
  }

  /** How many events are stored. */
  long size() {
    return engine.size();
  }

  @Override
  public void close() {
    configuration.shutdown();
    engine.close();
  }
}
