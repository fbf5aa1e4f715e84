package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.codec.CodecException.UnknownEventType;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayingALedgerTest {
  @TempDir
  Path folder;

  @Test
  void many_projections_are_folded_in_one_pass_and_are_true_for_the_same_head() {
    try (WallLedger wall = WallLedger.in(folder)) {
      wall.given(report(WALL));
      List<String> progress = new ArrayList<>();

      Views views = wall.replay().reportingTo(it -> progress.add(it.done() + " of " + it.size()))
          .run(new CaseRegister(), new HazardFixHistory(), new Counts());

      assertThat(views.head()).isEqualTo(wall.ledger().reader().head());
      assertThat(views.rows(new CaseRegister())).containsOnlyKeys(WALL);
      assertThat(views.row(new HazardFixHistory(), WALL)).isPresent();
      assertThat(views.rows(new Counts())).isEqualTo(Map.of("LedgerFounded", 1, "PlaceRegistered", 1, "OrgRegistered",
          2, "SlaPolicyDefined", 1, "CaseReported", 1));
      assertThat(progress).containsExactly("6 of 6");
    }
  }

  @Test
  void rows_cannot_be_changed_and_only_what_was_replayed_can_be_asked_for() {
    try (WallLedger wall = WallLedger.in(folder)) {
      Views views = wall.replay().run(new Counts());

      assertThatThrownBy(() -> views.rows(new Counts()).clear()).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> views.rows(new CaseRegister()))
          .hasMessage("cases.CaseRegister v1 was not replayed; there are [test.Counts]");
      assertThatThrownBy(() -> wall.replay().run(new Counts(), new Counts()))
          .hasMessage("Two projections of one replay are named test.Counts");
    }
  }

  @Test
  void a_changed_byte_is_refused() {
    try (WallLedger wall = WallLedger.in(folder)) {
      wall.given(report(WALL));
      LedgerReader reader = wall.ledger().reader();
      AlteredLog altered = AlteredLog.at(5, reader.log(), leaf -> new String(leaf, StandardCharsets.UTF_8)
          .replace("\"severity\":\"LOW\"", "\"severity\":\"HIGH\"").getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> Replay.of(altered, reader.codec()).run(new CaseRegister()))
          .isInstanceOfSatisfying(TreeMismatch.class, mismatch -> {
            assertThat(mismatch.expected()).isEqualTo(reader.head().rootHex());
            assertThat(mismatch.actual()).isNotEqualTo(mismatch.expected());
            assertThat(mismatch).hasMessageContainingAll("The 6 entries read have the root " + mismatch.actual(),
                mismatch.expected(), "verify");
          });
    }
  }

  @Test
  void a_missing_entry_is_refused() {
    try (WallLedger wall = WallLedger.in(folder)) {
      wall.given(report(WALL));
      LedgerReader reader = wall.ledger().reader();
      AlteredLog altered = new AlteredLog(reader.log(),
          (query, read) -> read.stream().filter(it -> it.position() != 3).toList());

      assertThatThrownBy(() -> Replay.of(altered, reader.codec()).run(new CaseRegister()))
          .isInstanceOfSatisfying(ReplayException.class, it -> assertThat(it.position()).isEqualTo(3))
          .hasMessage("The log has no entry at #3 although it is larger; run verify on this log");
    }
  }

  @Test
  void an_unknown_type_of_event_stops_a_replay_unless_it_is_told_to_carry_such() {
    Path file = folder.resolve("wall.ledger");
    WallLedger.in(folder).close();
    try (Ledger ledger = Ledger.at(file).unrestricted().event("test.Noted", 1, Noted.class).open()) {
      ledger.history().append(header("n1"), List.of(new Noted("hello")));
    }

    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      assertThatThrownBy(() -> Replay.of(reader).run(new Counts())).isInstanceOf(UnknownEventType.class)
          .hasMessageContaining("#5 test.Noted: version 1 is not known here");
      assertThat(Replay.of(reader).carryingUnknown().run(new Counts()).rows(new Counts())).containsEntry("OpaqueEvent",
          1);
    }
  }

  @Test
  void a_failing_projection_is_named_with_the_position_at_which_it_stopped() {
    try (WallLedger wall = WallLedger.in(folder)) {
      assertThatThrownBy(() -> wall.replay().run(new Failing()))
          .isInstanceOfSatisfying(ReplayException.class, it -> assertThat(it.position()).isEqualTo(1))
          .hasMessage("test.Failing v1 stopped at #1, a PlaceRegistered: no such luck");
    }
  }

  @Test
  void an_empty_ledger_of_one_founding_event_has_no_cases() {
    try (Ledger ledger = Ledger.at(folder.resolve("new.ledger")).unrestricted().open()) {
      Views views = Replay.of(ledger.reader()).run(new CaseRegister());

      assertThat(views.rows(new CaseRegister())).isEmpty();
      assertThat(views.head().size()).isEqualTo(1);
    }
  }

  @Test
  void the_views_do_not_depend_on_the_number_of_threads() {
    try (WallLedger wall = WallLedger.in(folder)) {
      for (int batch = 0; batch < 30; batch++) {
        wall.ledger().history().append(header("b" + batch), reports(batch));
      }

      Views one = wall.replay().onThreads(1).run(new CaseRegister(), new HazardFixHistory());
      Views seven = wall.replay().onThreads(7).run(new CaseRegister(), new HazardFixHistory());

      assertThat(one.rows(new CaseRegister())).hasSize(700);
      assertThat(List.copyOf(seven.rows(new CaseRegister()).values()))
          .isEqualTo(List.copyOf(one.rows(new CaseRegister()).values()));
      assertThat(seven.rows(new HazardFixHistory())).isEqualTo(one.rows(new HazardFixHistory()));
    }
  }

  private static List<Event> reports(int batch) {
    List<Event> reports = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      reports.add(new CaseReported(new CaseId("case-" + (batch * 7 + i * 31) % 700), CaseKind.NEED, "gear", ESTATE,
          Optional.empty(), Severity.LOW, Optional.empty(), Optional.empty(), Channel.VISIT, Optional.empty(),
          Optional.empty()));
    }
    return reports;
  }

  private static Header header(String id) {
    return Header.of(new CommandId(id), CLERK, When.on(TODAY), Source.of(Source.Kind.IMPORT, "test"));
  }

  /** An event of an application. */
  record Noted(String text) implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of();
    }
  }

  /** How many events there are of each kind. */
  private static final class Counts implements Projection<String, Integer> {
    @Override
    public String name() {
      return "test.Counts";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<Integer> rowType() {
      return Integer.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(Event.class, OpaqueEvent.class);
    }

    @Override
    public Set<String> keys(RecordedEvent recorded) {
      return Set.of(recorded.event().getClass().getSimpleName());
    }

    @Override
    public Optional<Integer> apply(String key, Optional<Integer> row, Happening happening) {
      return Optional.of(row.orElse(0) + 1);
    }
  }

  /** Breaks at the second event. */
  private static final class Failing implements Projection<String, Integer> {
    @Override
    public String name() {
      return "test.Failing";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<Integer> rowType() {
      return Integer.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(Event.class);
    }

    @Override
    public Set<String> keys(RecordedEvent recorded) {
      return Set.of("");
    }

    @Override
    public Optional<Integer> apply(String key, Optional<Integer> row, Happening happening) {
      if (row.isPresent()) {
        throw new IllegalStateException("no such luck");
      }
      return Optional.of(0);
    }
  }
}
