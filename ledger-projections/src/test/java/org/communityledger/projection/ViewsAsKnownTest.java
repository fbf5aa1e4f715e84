package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.NOW;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.POLICY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHashes;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline.Line;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsAsKnownTest {
  private static final FigurePattern ALL = FigurePattern.parse("*");

  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_view_as_known_at_a_position_knows_nothing_that_came_later() {
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));

    Views then = asKnown(AsOf.asKnown(5));

    assertThat(then.head().size()).isEqualTo(6);
    assertThat(then.asOf()).isEqualTo(AsOf.asKnown(5));
    assertThat(then.view(new CaseRegister()).position()).isEqualTo(5);
    assertThat(then.row(new CaseRegister(), WALL)).map(CaseRow::stage).contains(Stage.REPORTED);
    assertThat(asKnown(AsOf.asKnown(4)).rows(new CaseRegister())).isEmpty();
    assertThat(asKnown(AsOf.asKnown(6)).row(new CaseRegister(), WALL)).map(CaseRow::stage).contains(Stage.ACCEPTED);
    assertThat(ledger.replay().asOf(AsOf.asKnown(5)).row(new CaseRegister(), WALL)).map(CaseRow::stage)
        .contains(Stage.REPORTED);
  }

  @Test
  void before_a_correction_was_recorded_its_error_is_shown() {
    EventId reported = ledger.given(report(WALL));
    ReportCase graver = ReportCase.of(WALL, CaseKind.HAZARD, "leaning-wall", ESTATE, Severity.HIGH, Channel.RESIDENT);
    assertThat(ledger.retracted(reported, new Replacement(graver, Optional.empty()))).isPresent();

    assertThat(asKnown(AsOf.asKnown(5)).row(new CaseRegister(), WALL)).map(CaseRow::category).contains("wall");
    assertThat(struckOut(AsOf.asKnown(5))).containsExactly(false);
    assertThat(struckOut(AsOf.asKnown(7))).as("taken back, and the correction not yet there").containsExactly(true);
    assertThat(asKnown(AsOf.asKnown(7)).rows(new CaseRegister())).isEmpty();
    assertThat(struckOut(AsOf.asKnown(8))).containsExactly(true, false);
    assertThat(asKnown(AsOf.now()).row(new CaseRegister(), WALL)).map(CaseRow::category).contains("leaning-wall");
  }

  private List<Boolean> struckOut(AsOf moment) {
    return asKnown(moment).row(new HazardFixHistory(), WALL).orElseThrow().recorded().stream().map(Line::isStruckOut)
        .toList();
  }

  @Test
  void an_instant_stands_for_the_last_position_recorded_by_it() {
    ledger.timeIs(NOW.plusSeconds(10));
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    ledger.timeIs(NOW.plusSeconds(20));
    ledger.given(report(new CaseId("late")));

    assertThat(sizeBy(NOW.minusNanos(1))).isEqualTo(0);
    assertThat(sizeBy(NOW)).isEqualTo(5);
    assertThat(sizeBy(NOW.plusSeconds(10).minusNanos(1))).isEqualTo(5);
    assertThat(sizeBy(NOW.plusSeconds(10))).isEqualTo(7);
    assertThat(sizeBy(NOW.plusSeconds(20))).isEqualTo(8);
    assertThat(sizeBy(NOW.plus(Duration.ofDays(1000)))).isEqualTo(8);
    assertThat(ledger.replay().asOf(AsOf.asKnown(NOW.plusSeconds(15))).row(new CaseRegister(), new CaseId("late")))
        .isEmpty();
    assertThat(ledger.replay().asOf(AsOf.asKnown(NOW.minusSeconds(1))).row(new CaseRegister(), WALL)).isEmpty();
  }

  private long sizeBy(Instant instant) {
    Views views = asKnown(AsOf.asKnown(instant));
    assertThat(views.view(new CaseRegister()).size()).isEqualTo(views.head().size());
    return views.head().size();
  }

  @Test
  void nothing_is_known_as_of_a_position_that_is_not_there() {
    assertThatThrownBy(() -> asKnown(AsOf.asKnown(5))).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Nothing can be known as of #5: the last entry is #4");
    assertThatThrownBy(() -> ledger.replay().asOf(AsOf.asKnown(5)).row(new CaseRegister(), WALL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AsOf.asKnown(-1))
        .hasMessage("Positions begin at 0, so nothing is known as of #-1");
  }

  @Test
  void as_known_at_any_position_is_what_a_ledger_that_stopped_there_shows() {
    Seeds.cases(2, random -> {
      try (WallLedger other = WallLedger.in(Files.createTempDirectory(folder, "case"))) {
        Map<Long, State> whileItGrew = new HashMap<>();
        new RandomCases(other, random).live(50, () -> {
          State state = State.of(other.replay());
          whileItGrew.put(state.size, state);
        });
        LedgerReader reader = other.ledger().reader();

        for (long position = 0; position < reader.size(); position++) {
          State asKnown = State.of(other.replay().asOf(AsOf.asKnown(position)));
          StoppedLog stopped = new StoppedLog(reader.log(), position);
          assertThat(asKnown).as("#%d", position).isEqualTo(State.of(Replay.of(stopped, reader.codec())));
          assertThat(asKnown).isEqualTo(whileItGrew.getOrDefault(position + 1, asKnown));
        }
        assertThat(whileItGrew).hasSizeGreaterThan(10).containsKey(reader.size());
      }
    });
  }

  /** All that can be seen of two views. */
  private record State(long size, String root, Map<?, ?> register, Map<?, ?> histories, Map<FigureKey, Figure> figures,
      List<String> digests) {
    static State of(Replay replay) {
      Views views = replay.run(new CaseRegister(), new HazardFixHistory());
      View<CaseId, CaseRow> register = views.view(new CaseRegister());
      return new State(views.head().size(), views.head().rootHex(), register.rows(),
          views.rows(new HazardFixHistory()), register.figures(ALL),
          List.of(register.digest(), views.view(new HazardFixHistory()).digest()));
    }
  }

  @Test
  void an_old_view_is_verified_as_well() {
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    LedgerReader reader = ledger.ledger().reader();
    AlteredLog altered = AlteredLog.at(5, reader.log(), ViewsAsKnownTest::graver);

    assertThatThrownBy(() -> Replay.of(altered, reader.codec()).asOf(AsOf.asKnown(5)).run(new CaseRegister()))
        .isInstanceOf(TreeMismatch.class).hasMessageStartingWith("The 6 entries read have the root ");
    assertThat(Replay.of(altered, reader.codec()).asOf(AsOf.asKnown(4)).run(new CaseRegister()).head().size())
        .as("what came later is not read").isEqualTo(5);
  }

  @Test
  void an_entry_changed_together_with_its_hash_is_found_since_it_no_longer_leads_to_the_head() {
    ledger.given(report(WALL));
    ledger.given(new AcceptCase(WALL, OFFICE, Optional.of(POLICY)));
    LedgerReader reader = ledger.ledger().reader();
    byte[] forged = MerkleHash.leaf(graver(reader.log().read(Query.all(), 5, 6, 1).getFirst()
        .leaf()));
    AlteredLog altered = AlteredLog.at(5, reader.log(), ViewsAsKnownTest::graver)
        .hashing(it -> new ForgedHashes(it, 5, forged));

    assertThatThrownBy(() -> Replay.of(altered, reader.codec()).asOf(AsOf.asKnown(5)).run(new CaseRegister()))
        .isInstanceOfSatisfying(ReplayException.class, it -> assertThat(it.position()).isEqualTo(6))
        .hasMessageContainingAll("The hashes stored for the first 6 entries do not lead to the root",
            reader.head().rootHex());
  }

  private static byte[] graver(byte[] leaf) {
    return new String(leaf, StandardCharsets.UTF_8).replace("\"severity\":\"LOW\"", "\"severity\":\"HIGH\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Views asKnown(AsOf moment) {
    return ledger.replay().asOf(moment).run(new CaseRegister(), new HazardFixHistory());
  }

  /** Hashes with another one for one leaf. */
  private record ForgedHashes(TreeHashes hashes, long leaf, byte[] forged) implements TreeHashes {
    @Override
    public long size() {
      return hashes.size();
    }

    @Override
    public byte[] hash(int height, long index) {
      if (height == 0) {
        return index == leaf ? forged : hashes.hash(0, index);
      }
      return MerkleHash.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
    }
  }
}
