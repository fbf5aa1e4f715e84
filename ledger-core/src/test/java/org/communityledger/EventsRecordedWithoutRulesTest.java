package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.header;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Receipt;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsRecordedWithoutRulesTest {
  @TempDir
  Path folder;

  @Test
  void their_decision_record_says_that_no_rule_was_asked() {
    try (Ledger ledger = open()) {
      ledger.history().append(header("import-1"), List.of(place(1), place(1)));

      String decision = new String(ledger.reader().log().decision("import-1").orElseThrow().line(),
          StandardCharsets.UTF_8);
      assertThat(decision).startsWith("{\"command\":\"none\",\"id\":\"import-1\",\"body\":{},\"header\":{")
          .endsWith(",\"readto\":0,\"rules\":\"none\"}");
      assertThat(ledger.reader().event(2).event()).isEqualTo(place(1));
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void the_same_id_again_returns_the_first_receipt() {
    Receipt first;
    try (Ledger ledger = open()) {
      first = ledger.history().append(header("import-1"), List.of(place(1)));
      assertThat(ledger.history().append(header("import-1"), List.of(place(1)))).isEqualTo(first);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.history().append(header("import-1"), List.of(place(1)))).isEqualTo(first);
      assertThat(ledger.reader().size()).isEqualTo(2);
    }
  }

  @Test
  void the_same_id_from_many_threads_at_once_is_recorded_once() throws Exception {
    try (Ledger ledger = open()) {
      for (int round = 0; round < 20; round++) {
        String id = "import-" + round;
        List<Receipt> receipts = Crowd.of(8, number -> ledger.history().append(header(id), List.of(place(1))));

        assertThat(new HashSet<>(receipts)).hasSize(1);
        assertThat(ledger.reader().size()).isEqualTo(2 + round);
      }
    }
  }

  @Test
  void the_same_id_twice_in_flight_returns_the_first_receipt() {
    try (Ledger ledger = open()) {
      var one = ledger.history().appendAsync(header("import-1"), List.of(place(1)));
      var other = ledger.history().appendAsync(header("import-1"), List.of(place(1)));

      assertThat(other.join()).isEqualTo(one.join());
      assertThat(ledger.reader().size()).isEqualTo(2);
    }
  }

  @Test
  void thirty_thousand_events_in_one_append() {
    try (Ledger ledger = open()) {
      List<PlaceRegistered> many = IntStream.range(0, 30_000).mapToObj(EventsRecordedWithoutRulesTest::place).toList();

      Receipt receipt = ledger.history().append(header("import-1"), many);

      assertThat(receipt.entries()).hasSize(30_000);
      assertThat(receipt.entries().getLast().position()).isEqualTo(30_000);
      assertThat(receipt.entries().getLast().eventId().value()).isEqualTo("import-1.29999");
      assertThat(ledger.reader().event(30_000).event()).isEqualTo(place(29_999));
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
  }

  @Test
  void no_events_are_no_append() {
    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> ledger.history().append(header("import-1"), List.<Event>of()))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one");
    }
  }

  @Test
  void a_failure_arrives_as_the_ledgers_own() {
    Ledger ledger = open();
    ledger.close();

    assertThatThrownBy(() -> ledger.history().append(header("import-1"), List.of(place(1))))
        .isInstanceOf(LedgerException.class);
    assertThatThrownBy(() -> ledger.history().appendAsync(header("import-1"), List.of(place(1))).join())
        .isInstanceOf(CompletionException.class).cause().isInstanceOf(LedgerException.class);
  }

  private static PlaceRegistered place(int number) {
    return new PlaceRegistered(new PlaceId("p" + number), "ESTATE", "旧院", Optional.empty(), true);
  }

  private Ledger open() {
    return Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
  }
}
