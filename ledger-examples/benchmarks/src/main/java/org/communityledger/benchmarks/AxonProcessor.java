package org.communityledger.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.eventhandling.sequencing.SequentialPolicy;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;
import org.communityledger.projection.Happening;

/**
 * What Axon brings itself to make views: its pooled streaming processor, which replays what its own JPA engine has in an
 * H2 file. An event has the bytes that it has in the ledger, and one tag. The handler decodes them as the ledger does and
 * folds the same rows in memory; tokens are in memory too, and nothing is hashed. For one thread.
 */
final class AxonProcessor implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int PAGE = 1_000;
  private static final int CONNECTIONS = 16;
  private static final byte[] NO_METADATA = "{}".getBytes(US_ASCII);

  private final LedgerReader ledger;
  private final AxonJpaEngine engine;
  private final Set<QualifiedName> types;

  /** Over what a file has of a ledger's events. */
  AxonProcessor(Path file, LedgerReader ledger) {
    this.ledger = ledger;
    this.engine = new AxonJpaEngine("jdbc:h2:file:" + file.toAbsolutePath(), CONNECTIONS, it -> it.batchSize(BATCH));
    this.types = ledger.codec().types().all().stream().map(QualifiedName::new).collect(Collectors.toUnmodifiableSet());
  }

  long size() {
    return engine.size();
  }

  /** Takes over the ledger's first events, as Axon's engine would have stored them if it had decided the same. */
  void fill(int events) {
    Map<String, Long> lengths = new HashMap<>();
    for (long from = 0; from < events; from += PAGE) {
      try (EntityManager manager = engine.manager()) {
        manager.getTransaction().begin();
        for (Entry each : ledger.log().read(Query.all(), from, Math.min(events, from + PAGE), PAGE)) {
          manager.persist(stored(each, lengths));
        }
        manager.getTransaction().commit();
      }
    }
  }

  private AggregateEventEntry stored(Entry entry, Map<String, Long> lengths) {
    RecordedEvent recorded = ledger.codec().decode(entry);
    Optional<Tag> tag = recorded.tags().stream().filter(it -> it.key().equals("case")).findFirst()
        .or(() -> recorded.tags().stream().findFirst());
    String key = tag.map(Tag::key).orElse("none");
    String aggregate = tag.map(Tag::toString).orElse("none"); // values alone are not unique
    long number = lengths.merge(aggregate, 1L, Long::sum) - 1;
    return new AggregateEventEntry(recorded.id().value(), entry.type(), "1", entry.leaf(), NO_METADATA,
        recorded.recordedAt(), key, aggregate, number);
  }

  /** Replays all events, in one segment: with more it is slower, since decoding is what takes its time. */
  Replayed replay() throws Exception {
    Folding folding = new Folding(size());
    AxonConfiguration configuration = EventSourcingConfigurer.create()
        .componentRegistry(it -> it.disableEnhancer("org.axonframework.update.UpdateCheckerConfigurationEnhancer"))
        .registerEventStorageEngine(it -> engine.engine())
        .messaging(all -> all.eventProcessing(processing -> processing.pooledStreaming(streaming -> streaming
            .processor("cases", module -> module
                .eventHandlingComponents(components -> components.declarative(
                    it -> new SimpleEventHandlingComponent(SequentialPolicy.INSTANCE)
                        .subscribe(types, folding::handle)))
                .customized((it, settings) -> settings.tokenStore(new InMemoryTokenStore())
                    .initialSegmentCount(1).batchSize(BATCH).coordinatorExecutor(new ShortPauses()))))))
        .start();
    try {
      return folding.result();
    } finally {
      configuration.shutdown();
    }
  }

  /**
   * What a replay led to.
   *
   * @param rows the rows by the names of their projections
   * @param perSecond how many events were handled in a second, from the first to the last
   */
  record Replayed(Map<String, Map<?, ?>> rows, double perSecond) {}

  @Override
  public void close() {
    engine.close();
  }

  /** The handler; with one segment, Axon calls it on one thread at a time. */
  private final class Folding {
    private final long size;
    private final List<FoldedRows<?, ?>> views = Shipped.ALL.stream().<FoldedRows<?, ?>>map(FoldedRows::new).toList();
    private long handled;
    private final CompletableFuture<Long> first = new CompletableFuture<>();
    private final CompletableFuture<Long> last = new CompletableFuture<>();

    private Folding(long size) {
      this.size = size;
    }

    private MessageStream.Empty<Message> handle(EventMessage message, ProcessingContext context) {
      first.complete(System.nanoTime());
      try {
        Entry entry = new Entry(handled, message.type().name(), (byte[]) message.payload());
        RecordedEvent recorded = ledger.codec().decode(entry);
        Happening happening = new Happening(recorded, LocalDate.ofInstant(recorded.recordedAt(), ledger.zone()),
            Optional.empty());
        views.forEach(it -> it.tell(happening));
      } catch (RuntimeException e) {
        last.completeExceptionally(e); // Axon would try the batch again and again
        throw e;
      }
      if (++handled == size) {
        last.complete(System.nanoTime());
      }
      return MessageStream.empty();
    }

    private Replayed result() throws Exception {
      long end = last.get(10, TimeUnit.MINUTES);
      Map<String, Map<?, ?>> rows = views.stream().collect(Collectors.toMap(FoldedRows::name, FoldedRows::rows));
      return new Replayed(rows, Callers.perSecond(size, end - first.get()));
    }
  }

  /**
   * Lets Axon's coordinator rest a moment only. Where it finds the work packages' queues full it rests 100 ms, and for
   * seconds where they run empty while it looks at them.
   */
  private static final class ShortPauses extends ScheduledThreadPoolExecutor {
    private static final long WHERE_FULL = 100;
    private static final long LONGEST = 20;

    private ShortPauses() {
      super(1, Thread.ofPlatform().daemon().name("coordinator").factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      long millis = unit.toMillis(delay);
      return super.schedule(command, millis == WHERE_FULL ? 1 : Math.min(millis, LONGEST), TimeUnit.MILLISECONDS);
    }
  }
}
