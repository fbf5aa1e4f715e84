package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.log.EntryLog;
import org.communityledger.projection.AlteredLog;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.live.Standing.State;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsThatDoNotFitTest {
  @TempDir
  Path folder;

  @Test
  void a_changed_byte_is_not_applied_nor_anything_after_it() {
    try (WallLedger wall = WallLedger.in(folder)) {
      LedgerReader reader = wall.ledger().reader();
      AlteredLog altered = AlteredLog.at(6, reader.log(), leaf -> new String(leaf, StandardCharsets.UTF_8)
          .replace("\"severity\":\"LOW\"", "\"severity\":\"HIGH\"").getBytes(StandardCharsets.UTF_8));
      try (Live live = follow(altered, reader)) {
        wall.given(report(WALL));
        live.awaitApplied(5, Kept.LONG);
        wall.given(report(RAILING));

        assertThatThrownBy(() -> live.awaitApplied(6, Kept.LONG)).isInstanceOf(NotApplied.class)
            .hasMessageContainingAll(
                "cases.CaseRegister v1 has failed at #5 (head #6): The first 7 entries read have the"
                    + " root ",
                ", but the log tells " + reader.head().rootHex() + "; nothing after #5 is applied, run verify"
                    + " on this log");
        assertThat(live.row(new CaseRegister(), WALL).row()).isPresent();
        assertThat(live.row(new CaseRegister(), RAILING)).isEqualTo(new Dated<>(5, Optional.empty()));
        assertThat(live.progress()).allSatisfy(it -> assertThat(it.state()).isEqualTo(State.FAILED));
      }
    }
  }

  @Test
  void a_missing_entry_is_named_and_nothing_after_it_is_applied() {
    try (WallLedger wall = WallLedger.in(folder)) {
      LedgerReader reader = wall.ledger().reader();
      AlteredLog altered = new AlteredLog(reader.log(),
          (query, read) -> read.stream().filter(it -> it.position() != 5).toList());
      try (Live live = follow(altered, reader)) {
        wall.given(report(WALL));
        wall.given(report(RAILING));

        assertThatThrownBy(() -> live.awaitApplied(6, Kept.LONG)).isInstanceOf(NotApplied.class).hasMessageContaining(
            "The log has no entry at #5 although it is larger; run verify on this log");
      }
    }
  }

  @Test
  void a_view_is_not_built_from_a_log_with_a_changed_byte() {
    try (WallLedger wall = WallLedger.in(folder)) {
      wall.given(report(WALL));
      LedgerReader reader = wall.ledger().reader();
      AlteredLog altered = AlteredLog.at(5, reader.log(), leaf -> new String(leaf, StandardCharsets.UTF_8)
          .replace("\"severity\":\"LOW\"", "\"severity\":\"HIGH\"").getBytes(StandardCharsets.UTF_8));
      try (Live live = new LiveBuilder(altered, reader.codec(), reader.zone(),
          Optional.of(folder.resolve("views")), reader.access()).projections(new CaseRegister()).start()) {
        assertThatThrownBy(() -> live.awaitBuilt(Kept.LONG)).isInstanceOf(NotApplied.class)
            .hasMessageContaining("cannot be built: The 6 entries read have the root ");
        assertThatThrownBy(() -> live.row(new CaseRegister(), WALL)).isInstanceOf(ViewNotReady.class);
      }
    }
  }

  @Test
  void an_event_of_an_unknown_type_stops_the_views_unless_they_are_told_to_carry_such() {
    WallLedger.in(folder).close();
    Path file = folder.resolve("wall.ledger");
    Telling<String> byRole = Telling.byRole();
    try (Ledger ledger = Ledger.at(file).unrestricted().open();
        Live live = Live.of(ledger).projections(byRole).start()) {
      live.awaitBuilt(Kept.LONG);
    }
    try (Ledger ledger = Ledger.at(file).unrestricted().event("test.Noted", 1, Noted.class).open()) {
      ledger.history().append(Header.of(new CommandId("n1"), WallLedger.CLERK, When.on(WallLedger.TODAY),
          Source.of(Source.Kind.FIRST_HAND, "test")), List.of(new Noted("hello")));
    }
    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      try (Live live = Live.of(ledger).projections(byRole).start()) {
        assertThatThrownBy(() -> live.awaitApplied(5, Kept.LONG)).isInstanceOf(NotApplied.class)
            .hasMessageContaining("#5 test.Noted: version 1 is not known here");
      }
      try (Live live = Live.of(ledger).carryingUnknown().projections(byRole).start()) {
        live.awaitApplied(5, Kept.LONG);
        assertThat(live.row(byRole, "everybody").row().orElseThrow().told()).hasSize(6);
      }
    }
  }

  @Test
  void entries_that_are_large_are_applied_a_few_at_a_time() {
    WallLedger.in(folder).close();
    Path file = folder.resolve("wall.ledger");
    Telling<String> byRole = Telling.byRole();
    try (Ledger ledger = Ledger.at(file).unrestricted().event("test.Noted", 1, Noted.class).open()) {
      try (Live live = Live.of(ledger).projections(byRole).start()) {
        live.awaitBuilt(Kept.LONG);
      }
      ledger.history().append(Header.of(new CommandId("n1"), WallLedger.CLERK, When.on(WallLedger.TODAY),
          Source.of(Source.Kind.FIRST_HAND, "test")), Collections.nCopies(500, new Noted("x".repeat(60_000))));
      LedgerReader reader = ledger.reader();
      LedgerEntries entries = new LedgerEntries(reader.log(), reader.codec(), reader.zone(), false);

      assertThat(entries.some(5, 505)).hasSize(256);
      assertThat(entries.some(261, 505)).hasSize(244);
      try (Live live = Live.of(ledger).projections(byRole).start()) {
        live.awaitApplied(504, Kept.LONG);
        assertThat(live.row(byRole, "everybody").row().orElseThrow().told()).hasSize(505);
      }
    }
  }

  private Live follow(EntryLog log, LedgerReader reader) {
    Live live = new LiveBuilder(log, reader.codec(), reader.zone(), Optional.of(folder.resolve("views")),
        reader.access())
        .projections(new CaseRegister(), new HazardFixHistory()).start();
    live.awaitBuilt(Kept.LONG);
    return live;
  }

  /** An event of an application. */
  record Noted(String text) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of();
    }
  }
}
