package org.communityledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.axon.Garden.BY_LIU;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerPlace;
import static org.communityledger.testing.Matters.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.communityledger.Ledger;
import org.communityledger.LedgerException;
import org.communityledger.axon.Garden.Plant;
import org.communityledger.axon.Garden.Planted;
import org.communityledger.axon.Garden.Sing;
import org.communityledger.axon.Garden.Weed;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsRefusal.DependentEvents;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnAxonPartsTest {
  @TempDir
  Path folder;

  private final Garden garden = new Garden();
  private final AtomicLong seconds = new AtomicLong(Instant.parse("2026-11-23T09:00:00Z").getEpochSecond());

  @Test
  void an_own_handler_appends_an_own_event_with_its_header_and_all_its_tags() throws Exception {
    try (Ledger ledger = open(garden)) {
      int plants = garden.gateway().send(new Plant("wall", "rose"), Metadata.from(BY_LIU)).resultAs(Integer.class)
          .get(30, TimeUnit.SECONDS);

      RecordedEvent event = ledger.reader().event(1);
      assertThat(plants).isEqualTo(1);
      assertThat(event.event()).isEqualTo(new Planted("wall", "rose"));
      assertThat(event.header().actor()).isEqualTo(Actor.of(new PersonId("liu"), "gardener"));
      assertThat(event.header().occurred()).isEqualTo(When.on(LocalDate.of(2024, 8, 2)));
      assertThat(event.header().source()).isEqualTo(Source.of(Source.Kind.FORM, "G-1"));
      assertThat(event.tags())
          .isEqualTo(Set.of(new Tag("bed", "wall"), new Tag("case", "wall"), new Tag("plant", "rose")));
      assertThat(new String(ledger.reader().log().decision(event.id().command().value()).orElseThrow().line(),
          StandardCharsets.UTF_8)).contains("\"rules\":\"none\"");
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
    try (Ledger again = open(new Garden())) {
      assertThat(again.reader().event(1).event()).isEqualTo(new Planted("wall", "rose"));
    }
  }

  @Test
  void the_tags_of_an_own_event_are_stored_in_order() throws Exception {
    try (Ledger ledger = open(garden)) {
      plant("wall", "rose");

      assertThat(new String(ledger.reader().log()
          .read(Query.all(), 1, 2, 1).getFirst().leaf(),
          StandardCharsets.UTF_8))
          .endsWith("\"tags\":[\"bed:wall\",\"case:wall\",\"plant:rose\"]}}");
    }
  }

  @Test
  void an_own_entity_is_rebuilt_from_the_ledger() throws Exception {
    try (Ledger ledger = open(garden)) {
      plant("wall", "rose");
      plant("other", "fern");
      assertThat(ledger.reader().size()).isEqualTo(3);
    }
    Garden next = new Garden();
    try (Ledger ledger = open(next)) {
      next.gateway().send(new Plant("wall", "lily"), Metadata.from(BY_LIU)).getResultMessage()
          .get(30, TimeUnit.SECONDS);

      assertThatThrownBy(() -> next.gateway().send(new Plant("wall", "oak"), Metadata.from(BY_LIU)).getResultMessage()
          .get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasMessageContaining("Bed wall is full");
      assertThat(ledger.reader().size()).isEqualTo(4);
    }
  }

  @Test
  void an_own_event_without_header_is_refused_with_what_it_lacks() {
    try (Ledger ledger = open(garden)) {
      for (String key : BY_LIU.keySet()) {
        Map<String, String> metadata = new HashMap<>(BY_LIU);
        metadata.remove(key);
        assertPlantingFails(metadata).hasMessageContaining("The event's metadata lacks " + key);
      }
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void a_header_that_is_not_well_formed_names_its_key() {
    try (Ledger ledger = open(garden)) {
      assertPlantingFails(with(HeaderMetadata.ACTOR, "liu"))
          .hasMessageContaining("ledger.actor 'liu'; it must be person:");
      assertPlantingFails(with(HeaderMetadata.ROLE, " "))
          .hasMessageContaining("ledger.role ' '; it must be a short text");
      assertPlantingFails(with(HeaderMetadata.OCCURRED, "2 August"))
          .hasMessageContaining("ledger.occurred '2 August'; it must be a date like 2024-08-02");
      assertPlantingFails(with(HeaderMetadata.SOURCE, "HEARSAY:x"))
          .hasMessageContaining("ledger.source 'HEARSAY:x'; it must be kind and reference like FORM:F-12");
      assertPlantingFails(with(HeaderMetadata.SOURCE, "F-12"))
          .hasMessageContaining("ledger.source 'F-12'; it must be ");
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertPlantingFails(
      Map<String, String> metadata) {
    return assertThatThrownBy(() -> garden.gateway().send(new Plant("wall", "rose"), Metadata.from(metadata))
        .getResultMessage().get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).cause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> metadata = new HashMap<>(BY_LIU);
    metadata.put(key, value);
    return metadata;
  }

  @Test
  void an_event_that_is_not_registered_is_not_stored() {
    try (Ledger ledger = open(garden)) {
      assertThatThrownBy(() -> garden.gateway().send(new Weed("wall"), Metadata.from(BY_LIU)).getResultMessage()
          .get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
          .hasMessageContaining("Garden$Weeded has no stored name");
      assertThatThrownBy(() -> garden.gateway().send(new Sing("la"), Metadata.from(BY_LIU)).getResultMessage()
          .get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
          .hasMessageContaining("java.lang.String cannot be stored: its record must implement");
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void a_ledger_rule_sees_own_events_under_its_tags() throws Exception {
    try (Ledger ledger = open(garden)) {
      ledger.record(registerEstate(), header("place"));
      var reported = receipt(ledger.record(report("wall"), header("report"))).entries().getFirst().eventId();
      plant("wall", "rose");
      ApprovalId approval = new ApprovalId("a");
      ledger.record(new GiveApproval(approval, "records.RetractEvent", reported.tag(), Optional.empty()),
          header("approve", CHIEF));

      Outcome.Refused refused = refusal(
          ledger.record(new RetractEvent(reported, approval, List.of()), header("retract")));

      assertThat(refused.refusal()).isEqualTo(new DependentEvents(reported));
      assertThat(refused.causes()).containsExactly(3L);
    }
  }

  @Test
  void an_own_event_in_a_rules_unit_of_work_is_recorded_with_the_rules_header() {
    AxonExtension planting = new AxonExtension() {
      @Override
      public void configure(EventSourcingConfigurer configurer) {
        configurer.messaging(it -> it.registerCommandHandlerInterceptor(config -> (message, context, chain) -> {
          EventAppender.forContext(context)
              .append(new Planted("gate", "ivy"));
          return chain.proceed(message, context);
        }));
      }
    };
    try (Ledger ledger = open(planting)) {
      var receipt = receipt(ledger.record(registerEstate(), header("c1")));

      assertThat(receipt.entries()).hasSize(2);
      assertThat(ledger.reader().event(1).event()).isEqualTo(new Planted("gate", "ivy"));
      assertThat(ledger.reader().event(1).header().actor()).isEqualTo(header("c1").actor());
      assertThat(ledger.reader().event(2).event()).isInstanceOf(PlaceRegistered.class);
      assertThat(ledger.record(registerEstate(), header("c1"))).isEqualTo(new Outcome.Accepted(receipt));
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void an_own_processor_is_told_our_events_and_goes_on_where_it_stopped() throws Exception {
    InMemoryTokenStore tokens = new InMemoryTokenStore();
    Places first = new Places(tokens);
    try (Ledger ledger = open(first)) {
      ledger.record(registerPlace("a"), header("c1"));
      ledger.record(registerPlace("b"), header("c2"));
      assertThat(first.next()).isEqualTo("#1 a places.PlaceRegistered c1.0 person:liu");
      assertThat(first.next()).isEqualTo("#2 b places.PlaceRegistered c2.0 person:liu");
    }
    Places second = new Places(tokens);
    try (Ledger ledger = open(second)) {
      ledger.record(registerPlace("c"), header("c3"));

      assertThat(second.next()).isEqualTo("#3 c places.PlaceRegistered c3.0 person:liu");
      assertThat(second.told).isEmpty();
    }
  }

  /** An application's own view, told by a pooled streaming processor. */
  static final class Places implements AxonExtension {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final InMemoryTokenStore tokens;

    Places(InMemoryTokenStore tokens) {
      this.tokens = tokens;
    }

    @EventHandler(eventName = "places.PlaceRegistered")
    void on(PlaceRegistered event, EventMessage message, TrackingToken token) {
      told.add("#" + token.position().orElseThrow() + " " + event.place() + " " + message.type().name() + " "
          + message.identifier() + " " + message.metadata().get(HeaderMetadata.ACTOR));
    }

    private String next() throws InterruptedException {
      return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    @Override
    public void configure(EventSourcingConfigurer configurer) {
      configurer.messaging(it -> it.eventProcessing(processing -> processing.pooledStreaming(streaming -> streaming
          .processor("places", module -> module.eventHandlingComponents(handlers -> handlers.autodetected(c -> this))
              .customized((c, settings) -> settings.tokenStore(tokens).initialSegmentCount(1).batchSize(1))))));
    }
  }

  @Test
  void tokens_tell_places_and_times_of_the_ledger() throws Exception {
    try (Ledger ledger = open(garden)) {
      EventStore store = garden.running().getComponent(EventStore.class);
      for (int i = 1; i <= 5; i++) {
        seconds.addAndGet(60);
        ledger.record(registerPlace("p" + i), header("c" + i));
      }

      assertThat(store.firstToken(null).get()).isEqualTo(new GlobalSequenceTrackingToken(-1));
      assertThat(store.latestToken(null).get()).isEqualTo(new GlobalSequenceTrackingToken(5));
      assertThat(store.tokenAt(Instant.parse("2026-11-23T08:00:00Z"), null).get())
          .isEqualTo(new GlobalSequenceTrackingToken(-1));
      assertThat(store.tokenAt(Instant.parse("2026-11-23T09:03:00Z"), null).get())
          .isEqualTo(new GlobalSequenceTrackingToken(2));
      assertThat(store.tokenAt(Instant.parse("2026-11-23T09:03:01Z"), null).get())
          .isEqualTo(new GlobalSequenceTrackingToken(3));
      assertThat(store.tokenAt(Instant.parse("2026-11-24T00:00:00Z"), null).get())
          .isEqualTo(new GlobalSequenceTrackingToken(5));
    }
  }

  @Test
  void a_stream_goes_on_after_its_token_shows_only_what_is_asked_for_and_ends_when_closed() throws Exception {
    try (Ledger ledger = open(garden)) {
      EventStore store = garden.running().getComponent(EventStore.class);
      ledger.record(registerEstate(), header("c1"));
      plant("wall", "rose");
      ledger.record(report("wall"), header("c2"));
      EventCriteria planted = EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("garden.Planted"));

      MessageStream<EventMessage> all = store.open(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(1)),
          null);
      MessageStream<EventMessage> some = store
          .open(StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(-1), planted), null);

      assertThat(namesOf(all)).containsExactly("garden.Planted", "cases.CaseReported");
      assertThat(namesOf(some)).containsExactly("garden.Planted");
      assertThat(some.hasNextAvailable()).isFalse();
      assertThat(some.peek()).isEmpty();
      BlockingQueue<String> calls = new LinkedBlockingQueue<>();
      some.setCallback(() -> calls.add("available"));
      assertThat(calls).isEmpty();
      plant("wall", "lily");
      assertThat(calls.poll(30, TimeUnit.SECONDS)).isEqualTo("available");
      var entry = some.next().orElseThrow();
      assertThat(TrackingToken.fromContext(entry)).contains(new GlobalSequenceTrackingToken(4));
      assertThat(entry.message().payload()).isEqualTo(new Planted("wall", "lily"));
      some.close();
      all.close();
      assertThat(some.isCompleted()).isTrue();
      assertThat(some.hasNextAvailable()).isFalse();
      assertThat(some.error()).isEmpty();
    }
  }

  private static List<String> namesOf(MessageStream<EventMessage> stream) {
    List<String> names = new ArrayList<>();
    for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
      names.add(entry.get().message().type().name());
    }
    return names;
  }

  @Test
  void a_part_that_fails_to_start_leaves_the_ledger_closed() {
    AxonExtension broken = new AxonExtension() {
      @Override
      public void configure(EventSourcingConfigurer configurer) {}

      @Override
      public void started(AxonConfiguration configuration) {
        throw new IllegalStateException("no electricity");
      }
    };

    assertThatThrownBy(() -> open(broken)).isInstanceOf(IllegalStateException.class).hasMessage("no electricity");
    assertThatThrownBy(() -> Ledger.openReadOnly(folder.resolve("none.ledger"))).isInstanceOf(LedgerException.class);
    open(garden).close();
  }

  private void plant(String bed, String plant) throws Exception {
    garden.gateway().send(new Plant(bed, plant), Metadata.from(BY_LIU)).getResultMessage().get(30, TimeUnit.SECONDS);
  }

  private Ledger open(AxonExtension extension) {
    return Ledger.at(folder.resolve("one.ledger")).unrestricted().event("garden.Planted", 1, Planted.class)
        .axon(extension)
        .clock(() -> Instant.ofEpochSecond(seconds.get())).open();
  }
}
