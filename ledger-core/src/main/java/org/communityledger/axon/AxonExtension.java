package org.communityledger.axon;

import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/**
 * An application's own Axon parts, joined to the ledger's configuration: command handlers, entities, event processors.
 * Events they append are stored in the ledger's log; their types must be registered in the ledger's builder.
 */
@FunctionalInterface
public interface AxonExtension {
  /** Adds to the configuration before it starts. */
  void configure(EventSourcingConfigurer configurer);

  /** Hands over the running configuration, for its gateways and processors. */
  default void started(AxonConfiguration configuration) {}
}
