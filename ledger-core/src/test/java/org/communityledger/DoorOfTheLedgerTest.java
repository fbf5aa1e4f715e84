package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.CLERK;
import static org.communityledger.testing.Matters.DAY;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.refusal;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerPlace;
import static org.communityledger.testing.Matters.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.communityledger.cases.CaseRefusal.AlreadyReported;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.When;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceRefusal;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorOfTheLedgerTest {
  @TempDir
  Path folder;

  @Test
  void what_is_accepted_stands_where_the_receipt_says() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      Receipt receipt = receipt(ledger.record(registerEstate(), header("c1")));

      RecordedEvent event = ledger.reader().event(1);
      assertThat(receipt.commandId()).isEqualTo(new CommandId("c1"));
      assertThat(receipt.entries()).hasSize(1);
      assertThat(receipt.entries().getFirst().position()).isEqualTo(1);
      assertThat(receipt.entries().getFirst().eventId().value()).isEqualTo("c1.0");
      assertThat(receipt.entries().getFirst().leafHash()).matches("[0-9a-f]{64}");
      assertThat(event.event())
          .isEqualTo(new PlaceRegistered(new PlaceId("yunqiyuan"), "ESTATE", "云栖苑", Optional.empty(), true));
      assertThat(event.header().actor()).isEqualTo(CLERK);
      assertThat(event.header().occurred()).isEqualTo(When.on(LocalDate.of(2024, 8, 2)));
    }
  }

  @Test
  void the_ledger_begins_with_its_founding() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().origin("ledger.example.org/pingcheng")
        .zone(ZoneId.of("Asia/Urumqi"))
        .foundedBy(CHIEF).open()) {
      RecordedEvent founding = ledger.reader().event(0);

      assertThat(founding.event())
          .isEqualTo(new LedgerFounded("ledger.example.org/pingcheng", ZoneId.of("Asia/Urumqi")));
      assertThat(founding.header().actor()).isEqualTo(CHIEF);
      assertThat(ledger.reader().origin()).isEqualTo("ledger.example.org/pingcheng");
      assertThat(ledger.reader().zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void a_refusal_is_a_value_with_what_was_not_found_and_leaves_the_ledger_unchanged() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      Outcome.Refused refused = refusal(ledger.record(report("wall"), header("c1")));

      assertThat(refused.refusal()).isEqualTo(new UnknownPlace(ESTATE));
      assertThat(refused.causes()).isEmpty();
      assertThat(refused.absence().orElseThrow().query()).startsWith("place:yunqiyuan");
      assertThat(refused.absence().orElseThrow().upTo()).isZero();
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void a_refusal_is_an_exception_for_those_who_prefer_that() throws Exception {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      Refused absent = catchThrowableOfType(Refused.class, () -> ledger.recordOrThrow(report("wall"), header("c1")));
      ledger.recordOrThrow(registerEstate(), header("c2"));
      ledger.recordOrThrow(report("wall"), header("c3"));
      Refused caused = catchThrowableOfType(Refused.class, () -> ledger.recordOrThrow(report("wall"), header("c4")));

      assertThat(absent).hasMessageStartingWith(
          "UnknownPlace: No place is registered as yunqiyuan. Nothing found for place:yunqiyuan")
          .hasMessageEndingWith(" up to #0.");
      assertThat(caused.refusal()).isEqualTo(new AlreadyReported(new CaseId("wall")));
      assertThat(caused.outcome().causes()).containsExactly(2L);
      assertThat(caused).hasMessageStartingWith("AlreadyReported: ").hasMessageEndingWith(" Caused by #2.");
    }
  }

  @Test
  void recording_without_waiting_gives_the_same_outcomes() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      Outcome accepted = ledger.recordAsync(registerEstate(), header("c1")).join();
      Outcome again = ledger.recordAsync(registerEstate(), header("c1")).join();
      Outcome refused = ledger.recordAsync(registerEstate(), header("c2")).join();

      assertThat(again).isEqualTo(accepted);
      assertThat(receipt(accepted).entries().getFirst().position()).isEqualTo(1);
      assertThat(refusal(refused).refusal()).isInstanceOf(PlaceRefusal.class);
    }
  }

  @Test
  void headers_get_ids_that_are_unique_and_sort_by_time() {
    AtomicLong millis = new AtomicLong(Instant.parse("2026-11-23T09:00:00Z").toEpochMilli());
    try (Ledger ledger = Ledger.at(file()).unrestricted().clock(() -> Instant.ofEpochMilli(millis.incrementAndGet()))
        .open()) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        ids.add(ledger.header(CLERK, When.on(DAY), Source.of(Source.Kind.FORM, "F-12")).command().value());
      }

      assertThat(ids).isSorted().doesNotHaveDuplicates()
          .allMatch(it -> it.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }
  }

  @Test
  void ids_made_in_one_millisecond_differ() {
    TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.parse("2026-11-23T09:00:00Z"));

    Set<String> all = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(ids.get());
    }

    assertThat(all).hasSize(10_000);
  }

  @Test
  void clock_ids_and_meters_are_the_callers_if_they_wish() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    AtomicInteger counter = new AtomicInteger();
    try (Ledger ledger = Ledger.at(file()).unrestricted().clock(() -> Instant.parse("2026-11-23T17:00:00Z"))
        .ids(() -> "id-" + counter.incrementAndGet()).meters(meters).open()) {
      Header header = ledger.header(CLERK, When.on(DAY), Source.of(Source.Kind.FORM, "F-12"));
      ledger.record(registerEstate(), header);

      RecordedEvent founding = ledger.reader().event(0);
      RecordedEvent placed = ledger.reader().event(1);
      assertThat(founding.id().value()).isEqualTo("id-1.0");
      assertThat(placed.id().value()).isEqualTo("id-2.0");
      assertThat(placed.recordedAt()).isEqualTo(Instant.parse("2026-11-23T17:00:00Z"));
      // Already the next day in Shanghai.
      assertThat(founding.header().occurred()).isEqualTo(When.on(LocalDate.of(2026, 11, 24)));
      assertThat(meters.get("ledger.commands.recorded").counter().count()).isEqualTo(1);
    }
  }

  @Test
  void zone_and_origin_are_fixed_with_the_founding() {
    Ledger.at(file()).unrestricted().origin("ledger.example.org/a").zone(ZoneId.of("Asia/Urumqi")).open().close();

    assertThatThrownBy(() -> Ledger.at(file()).unrestricted().origin("ledger.example.org/b").open())
        .isInstanceOf(LedgerException.class)
        .hasMessage("The origin of " + file() + " is ledger.example.org/a since its founding, not ledger.example.org/b;"
            + " leave the setting out or open the right file");
    assertThatThrownBy(() -> Ledger.at(file()).unrestricted().zone(ZoneId.of("Asia/Shanghai")).openReadOnly())
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("The time zone of " + file() + " is Asia/Urumqi since its founding, not Asia/Shanghai");
    try (Ledger same = Ledger.at(file()).unrestricted().origin("ledger.example.org/a").zone(ZoneId.of("Asia/Urumqi"))
        .open()) {
      assertThat(same.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void the_receipt_is_the_same_after_a_restart() {
    Outcome first;
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      first = ledger.record(registerEstate(), header("c1"));
      ledger.record(report("wall"), header("c2"));
    }

    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      assertThat(ledger.record(registerEstate(), header("c1"))).isEqualTo(first);
      assertThat(ledger.reader().size()).isEqualTo(3);
    }
  }

  @Test
  void the_same_id_with_other_content_is_refused_with_the_first_recording_as_cause() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      ledger.record(registerEstate(), header("c1"));
      Outcome otherBody = ledger.record(registerPlace("other"), header("c1"));
      Outcome otherActor = ledger.record(registerEstate(), header("c1", CHIEF));

      assertThat(refusal(otherBody).refusal()).isEqualTo(new CommandIdReused(new CommandId("c1")));
      assertThat(refusal(otherBody).causes()).containsExactly(1L);
      assertThat(refusal(otherActor).refusal()).isEqualTo(new CommandIdReused(new CommandId("c1")));
      assertThat(ledger.reader().size()).isEqualTo(2);
    }
  }

  @Test
  void an_id_that_history_used_does_not_stand_for_a_command() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      ledger.history().append(header("c1"),
          List.of(new PlaceRegistered(new PlaceId("old"), "ESTATE", "旧院", Optional.empty(), true)));

      Outcome outcome = ledger.record(registerEstate(), header("c1"));

      assertThat(refusal(outcome).refusal()).isEqualTo(new CommandIdReused(new CommandId("c1")));
      assertThat(refusal(outcome).causes()).containsExactly(1L);
    }
  }

  @Test
  void a_resend_racing_itself_is_recorded_once() throws Exception {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      List<Outcome> outcomes = Crowd.of(32, number -> ledger.record(registerEstate(), header("c1")));

      assertThat(new HashSet<>(outcomes)).hasSize(1);
      assertThat(receipt(outcomes.getFirst()).entries().getFirst().position()).isEqualTo(1);
      assertThat(ledger.reader().size()).isEqualTo(2);
    }
  }

  @Test
  void a_refused_id_is_decided_afresh() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      refusal(ledger.record(report("wall"), header("c1")));
      ledger.record(registerEstate(), header("c2"));

      Receipt receipt = receipt(ledger.record(report("wall"), header("c1")));

      assertThat(receipt.entries().getFirst().position()).isEqualTo(2);
    }
  }

  @Test
  void nothing_happens_after_today() {
    // 23:30 in Shanghai on the 23rd.
    try (Ledger ledger = Ledger.at(file()).unrestricted().clock(() -> Instant.parse("2026-11-23T15:30:00Z")).open()) {
      Outcome tomorrow = ledger.record(registerEstate(), on(When.on(LocalDate.of(2026, 11, 24))));
      Outcome inAnHour = ledger.record(registerEstate(), on(When.at(Instant.parse("2026-11-23T16:30:00Z"))));
      Outcome today = ledger.record(registerEstate(), on(When.on(LocalDate.of(2026, 11, 23))));

      InTheFuture reason = new InTheFuture(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 23));
      assertThat(refusal(tomorrow).refusal()).isEqualTo(reason);
      assertThat(refusal(inAnHour).refusal()).isEqualTo(reason);
      assertThat(today).isInstanceOf(Outcome.Accepted.class);
    }
  }

  private static Header on(When occurred) {
    return Header.of(new CommandId("c1"), CLERK, occurred, Source.of(Source.Kind.FORM, "F-12"));
  }

  @Test
  void a_rule_that_accepts_without_an_event_is_named_as_broken() {
    record Nod(String word) implements Command {}
    Context nodding = Context.named("nodding").command("Nod", Nod.class, it -> Reading.known(true),
        (command, header, state) -> Decision.accept()).build();
    try (Ledger ledger = Ledger.at(file()).unrestricted().context(nodding).open()) {
      assertThatThrownBy(() -> ledger.record(new Nod("yes"), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessageContaining("A rule that accepts names at least one event");
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void a_rule_that_fails_is_a_failure_of_the_ledger_not_a_refusal() {
    record Stumble(String word) implements Command {}
    Context stumbling = Context.named("stumbling").command("Stumble", Stumble.class, it -> Reading.known(true),
        (command, header, state) -> {
          throw new IllegalStateException("no foothold");
        }).build();
    try (Ledger ledger = Ledger.at(file()).unrestricted().context(stumbling).open()) {
      assertThatThrownBy(() -> ledger.record(new Stumble("oh"), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessage("Command c1 could not be decided: java.lang.IllegalStateException: no foothold");
      assertThatThrownBy(() -> ledger.recordAsync(new Stumble("oh"), header("c2")).join())
          .isInstanceOf(CompletionException.class).cause().isInstanceOf(LedgerException.class);
      assertThat(receipt(ledger.record(registerEstate(), header("c3"))).entries()).hasSize(1);
    }
  }

  @Test
  void a_command_nobody_decides_is_named() {
    record Stray(String word) implements Command {}
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      assertThatThrownBy(() -> ledger.record(new Stray("oh"), header("c1")))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("add its context to the ledger's builder");
    }
  }

  @Test
  void closing_loses_nothing_that_was_acknowledged() throws Exception {
    Ledger ledger = Ledger.at(file()).unrestricted().open();
    AtomicInteger acknowledged = new AtomicInteger();
    List<List<Receipt>> kept = Crowd.of(9, number -> {
      List<Receipt> mine = new ArrayList<>();
      if (number == 8) {
        while (acknowledged.get() < 100) {
          Thread.onSpinWait();
        }
        ledger.close();
        return mine;
      }
      try {
        while (true) {
          mine.add(receipt(ledger.record(registerPlace("p" + number + "-" + mine.size()),
              header("c" + number + "-" + mine.size()))));
          acknowledged.incrementAndGet();
        }
      } catch (LedgerException e) {
        assertThat(e).hasMessageContaining("is closed");
        return mine;
      }
    });

    assertThat(folder.toFile().list()).containsExactly("one.ledger");
    List<Receipt> all = kept.stream().flatMap(List::stream).toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(100);
    try (Ledger again = Ledger.at(file()).unrestricted().open()) {
      for (Receipt receipt : all) {
        RecordedEvent event = again.reader().event(receipt.entries().getFirst().position());
        assertThat(event.id()).isEqualTo(receipt.entries().getFirst().eventId());
      }
      assertThat(again.reader().size()).isEqualTo(1 + all.size());
      assertThat(again.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void a_closed_ledger_says_so() {
    Ledger ledger = Ledger.at(file()).unrestricted().open();
    ledger.close();
    ledger.close();

    assertThatThrownBy(() -> ledger.record(registerEstate(), header("c1"))).isInstanceOf(LedgerException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> ledger.recordAsync(registerEstate(), header("c1")).join())
        .isInstanceOf(CompletionException.class).cause().isInstanceOf(LedgerException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> ledger.history().append(header("c1"), List.of(PLACE)))
        .isInstanceOf(LedgerException.class).hasMessageContaining("is closed");
    assertThatThrownBy(() -> ledger.reader().event(0)).isInstanceOf(LedgerException.class)
        .hasMessageContaining("is closed");
  }

  private static final PlaceRegistered PLACE = new PlaceRegistered(new PlaceId("old"), "ESTATE", "旧院",
      Optional.empty(), true);

  @Test
  void one_writes_at_a_time_and_many_read() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      assertThatThrownBy(() -> Ledger.at(file()).unrestricted().open()).isInstanceOf(LedgerException.class)
          .hasMessageContaining("is already open for writing, here or in another process");
      try (LedgerReader reader = Ledger.openReadOnly(file())) {
        ledger.record(registerEstate(), header("c1"));

        assertThat(reader.size()).isEqualTo(2);
        assertThat(reader.event(1)).isEqualTo(ledger.reader().event(1));
        assertThat(reader.head()).isEqualTo(ledger.reader().head());
        assertThat(reader.verify().isIntact()).isTrue();
      }
      assertThat(receipt(ledger.record(report("wall"), header("c2"))).entries().getFirst().position()).isEqualTo(2);
    }
  }

  @Test
  void a_position_without_entry_is_named() {
    try (Ledger ledger = Ledger.at(file()).unrestricted().open()) {
      assertThatThrownBy(() -> ledger.reader().event(7)).isInstanceOf(LedgerException.class)
          .hasMessage("There is no entry #7; the last is #0");
      assertThatThrownBy(() -> ledger.reader().event(-1)).isInstanceOf(LedgerException.class)
          .hasMessage("There is no entry #-1; the last is #0");
    }
  }

  private Path file() {
    return folder.resolve("one.ledger");
  }
}
