package org.communityledger.axon;

import java.util.Map;
import java.util.Set;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Tag;
import org.jspecify.annotations.Nullable;

/** An application's own Axon parts: a bed of the community garden takes two plants. */
final class Garden implements AxonExtension {
  static final Map<String, String> BY_LIU = Map.of(HeaderMetadata.ACTOR, "person:liu", HeaderMetadata.ROLE, "gardener",
      HeaderMetadata.OCCURRED, "2024-08-02", HeaderMetadata.SOURCE, "FORM:G-1");

  private @Nullable AxonConfiguration running;

  /** Plants something in a bed. */
  @Command(namespace = "garden", name = "Plant")
  record Plant(@TargetEntityId String bed, String plant) {}

  /** Something was planted; found by its bed, by itself, and by the case of which the bed is part. */
  @org.axonframework.messaging.eventhandling.annotation.Event(namespace = "garden", name = "Planted", version = "1")
  record Planted(String bed, @EventTag(key = "plant") String plant) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of(new Tag("bed", bed), new Tag("case", bed));
    }
  }

  /** Appended although nobody registered it. */
  @org.axonframework.messaging.eventhandling.annotation.Event(namespace = "garden", name = "Weeded", version = "1")
  record Weeded(String bed) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of(new Tag("bed", bed));
    }
  }

  /** Weeds a bed. */
  @Command(namespace = "garden", name = "Weed")
  record Weed(String bed) {}

  /** Appends what no ledger can store. */
  @Command(namespace = "garden", name = "Sing")
  record Sing(String song) {}

  /** A bed, as it follows from its events. */
  @EventSourcedEntity(tagKey = "bed")
  record Bed(int plants) {
    @EntityCreator
    static Bed empty() {
      return new Bed(0);
    }

    @EventSourcingHandler
    Bed on(Planted planted) {
      return new Bed(plants + 1);
    }
  }

  /** Handles the garden's commands. */
  static final class Gardeners {
    @CommandHandler
    int handle(Plant command, @InjectEntity Bed bed, EventAppender events) {
      if (bed.plants() == 2) {
        throw new IllegalStateException("Bed " + command.bed() + " is full");
      }
      events.append(new Planted(command.bed(), command.plant()));
      return bed.plants() + 1;
    }

    @CommandHandler
    void handle(Weed command, EventAppender events) {
      events.append(new Weeded(command.bed()));
    }

    @CommandHandler
    void handle(Sing command, EventAppender events) {
      events.append(command.song());
    }
  }

  @Override
  public void configure(EventSourcingConfigurer configurer) {
    configurer.registerEntity(EventSourcedEntityModule.autodetected(String.class, Bed.class))
        .registerCommandHandlingModule(CommandHandlingModule.named("garden").commandHandlers()
            .annotatedCommandHandlingComponent(it -> new Gardeners()))
        .messaging(it -> it.registerCorrelationDataProvider(config -> new SimpleCorrelationDataProvider(
            HeaderMetadata.ACTOR, HeaderMetadata.ROLE, HeaderMetadata.OCCURRED, HeaderMetadata.SOURCE)));
  }

  @Override
  public void started(AxonConfiguration configuration) {
    running = configuration;
  }

  AxonConfiguration running() {
    return java.util.Objects.requireNonNull(running);
  }

  CommandGateway gateway() {
    return running().getComponent(CommandGateway.class);
  }
}
