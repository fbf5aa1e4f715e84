package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.View;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.live.Telling.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForViewsTest {
  @TempDir
  Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private WallLedger wall;

  @BeforeEach
  void open() {
    wall = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void whoever_has_waited_for_a_receipt_reads_what_was_recorded() {
    try (Live live = Live.of(wall.ledger()).projections(new CaseRegister(), new HazardFixHistory()).start()) {
      for (int i = 0; i < 50; i++) {
        CaseId id = new CaseId("k" + i);
        Receipt receipt = ((Outcome.Accepted) wall.asked(report(id), CLERK, When.on(TODAY))).receipt();
        live.awaitApplied(receipt, Kept.LONG);

        assertThat(live.row(new CaseRegister(), id).row()).isPresent();
        assertThat(live.row(new HazardFixHistory(), id).row()).isPresent();
      }
      live.awaitApplied(new Receipt(new CommandId("nothing"), List.of()), Duration.ZERO);
      live.awaitApplied(wall.ledger().reader().size() - 1, ChronoUnit.FOREVER.getDuration());
    }
  }

  @Test
  void what_does_not_come_in_time_is_named_with_the_view_its_position_and_the_head() {
    try (Live live = Live.of(wall.ledger()).projections(new CaseRegister(), new HazardFixHistory()).start()) {
      live.awaitBuilt(Kept.LONG);

      assertThatThrownBy(() -> live.awaitApplied(9, Duration.ofMillis(20)))
          .isInstanceOfSatisfying(NotApplied.class, it -> assertThat(it.standings()).hasSize(2))
          .hasMessage("#9 is not applied after 20 ms: cases.CaseRegister v1 is at #4 (head #4);"
              + " cases.HazardFixHistory v1 is at #4 (head #4)");
    }
  }

  @Test
  void whoever_waits_is_told_when_the_views_are_closed() {
    Live live = Live.of(wall.ledger()).projections(new CaseRegister()).start();
    live.awaitBuilt(Kept.LONG);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> live.awaitApplied(9, Kept.LONG));

    live.close();

    assertThatThrownBy(waiting::join).isInstanceOf(CompletionException.class).cause().isInstanceOf(NotApplied.class)
        .hasMessage("#9 is not applied, and the views are closed: cases.CaseRegister v1 is at #4 (head #4)");
    assertThatThrownBy(() -> live.row(new CaseRegister(), WALL)).isInstanceOf(ViewStoreException.class)
        .hasMessage(folder.resolve("wall.ledger.views") + " is closed");
  }

  @Test
  void an_interrupted_thread_stops_waiting_and_stays_interrupted() {
    try (Live live = Live.of(wall.ledger()).projections(new CaseRegister()).start()) {
      live.awaitBuilt(Kept.LONG);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> live.awaitApplied(9, Kept.LONG)).isInstanceOf(NotApplied.class)
          .hasMessageStartingWith("#9 is not applied; the thread that waited was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void meters_show_lag_parked_keys_and_what_was_applied() {
    Telling<CaseId> failing = Telling.byCase().with(new Faults<>() {
      @Override
      public void onKeys(RecordedEvent recorded) {
        if (recorded.position() == 6) {
          throw new IllegalStateException("no further");
        }
      }

      @Override
      public void onApply(CaseId key, Happening happening) {
        throw new IllegalStateException("not me");
      }
    });
    try (Live live = Live.of(wall.ledger()).meters(meters).projections(new CaseRegister(), failing).start()) {
      live.awaitBuilt(Kept.LONG);
      wall.given(report(WALL));
      wall.given(report(new CaseId("other")));
      wall.given(report(new CaseId("third")));
      assertThatThrownBy(() -> live.awaitApplied(7, Kept.LONG)).isInstanceOf(NotApplied.class);
      live.awaitApplied(new CaseRegister(), 7, Kept.LONG);

      assertThat(gauge("ledger.view.lag", "cases.CaseRegister")).isEqualTo(0);
      assertThat(gauge("ledger.view.lag", "test.ByCase")).isEqualTo(2);
      assertThat(gauge("ledger.view.parked", "cases.CaseRegister")).isEqualTo(0);
      assertThat(gauge("ledger.view.parked", "test.ByCase")).isEqualTo(1);
      assertThat(meters.get("ledger.view.applied").tag("projection", "cases.CaseRegister").functionCounter().count())
          .isEqualTo(3);
      assertThat(live.progress()).extracting(Standing::lag).containsExactly(0L, 2L);
    }
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void meters_show_the_version_that_is_read_when_another_one_cannot_be_built() {
    Telling<CaseId> parking = Telling.byCase().with(new Faults<>() {
      @Override
      public void onApply(CaseId key, Happening happening) {
        throw new IllegalStateException("not me");
      }
    });
    Telling<CaseId> worse = Telling.byCase().version(2).with(new Faults<>() {
      @Override
      public void onKeys(RecordedEvent recorded) {
        throw new IllegalStateException("no further");
      }
    });
    wall.given(report(WALL));
    try (Live live = Live.of(wall.ledger()).projections(parking).start()) {
      live.awaitBuilt(Kept.LONG);
    }
    try (Live live = Live.of(wall.ledger()).meters(meters).projections(parking, worse).start()) {
      assertThatThrownBy(() -> live.awaitBuilt(Kept.LONG)).isInstanceOf(NotApplied.class);

      assertThat(gauge("ledger.view.parked", "test.ByCase")).isEqualTo(1);
      assertThat(gauge("ledger.view.lag", "test.ByCase")).isEqualTo(0);
    }
  }

  private double gauge(String name, String projection) {
    return meters.get(name).tag("projection", projection).gauge().value();
  }

  @Test
  void a_view_is_of_no_use_after_reading() {
    try (Live live = Live.of(wall.ledger()).projections(new CaseRegister()).start()) {
      live.awaitBuilt(Kept.LONG);
      View<CaseId, CaseRow> view = live.read(new CaseRegister(), it -> it);

      assertThatThrownBy(() -> view.row(WALL)).isInstanceOf(IllegalStateException.class)
          .hasMessage("A view of cases.CaseRegister is read while Live.read runs, no longer; take what you need out of"
              + " it there");
    }
  }

  @Test
  void an_unknown_index_is_named_with_those_there_are() {
    try (Live live = Live.of(wall.ledger()).projections(new CaseRegister()).start()) {
      live.awaitBuilt(Kept.LONG);

      assertThatThrownBy(() -> live.read(new CaseRegister(), it -> it.where("colour", "red")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cases.CaseRegister has no index colour; there are [doer, owner, place, stage]");
    }
  }

  @Test
  void a_projection_given_twice_and_none_at_all_are_refused() {
    assertThatThrownBy(() -> Live.of(wall.ledger()).projections(new CaseRegister(), new CaseRegister()).start())
        .isInstanceOf(IllegalArgumentException.class).hasMessage("cases.CaseRegister v1 is given twice");
    assertThatThrownBy(() -> Live.of(wall.ledger()).start()).isInstanceOf(IllegalStateException.class)
        .hasMessage("There is nothing to keep; name projections first");
  }
}
