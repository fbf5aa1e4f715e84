package org.communityledger.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.communityledger.decide.History;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Entry;
import org.communityledger.log.Outlook;

/** A decision's reading through an Axon event store transaction, which makes it the condition of the append. */
final class AxonHistory implements History {
  /** Where the engine finds what a rule may see. */
  static final ResourceKey<Outlook> OUTLOOK = ResourceKey.withLabel("ledger.outlook");

  private final EventStoreTransaction transaction;
  private final LedgerStorageEngine engine;
  private final Outlook outlook;
  private final Criteria criteria;

  AxonHistory(EventStoreTransaction transaction, LedgerStorageEngine engine, Outlook outlook, Criteria criteria) {
    this.transaction = transaction;
    this.engine = engine;
    this.outlook = outlook;
    this.criteria = criteria;
  }

  @Override
  public List<RecordedEvent> read(Selection selection) {
    return sourced(SourcingCondition.conditionFor(criteria.of(selection)));
  }

  /** Axon has no way backwards, so the log finds the event; Axon reads from there, and so knows of the condition. */
  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    EventCriteria wanted = criteria.of(selection);
    long from = outlook.last(Criteria.query(wanted)).map(Entry::position).orElse(outlook.size());
    Position start = new GlobalIndexConsistencyMarker(from).position();
    List<RecordedEvent> found = sourced(SourcingCondition.conditionFor(start, wanted));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private List<RecordedEvent> sourced(SourcingCondition condition) {
    List<RecordedEvent> found = new ArrayList<>();
    // Consumed to its end, or the transaction would not learn how far was read.
    transaction.source(condition).reduce(found, (events, entry) -> {
      RecordedEvent event = entry.getResource(EventMessages.RECORDED);
      if (event != null) {
        events.add(event);
      }
      return events;
    }).join();
    return found;
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return engine.find(id, outlook);
  }
}
