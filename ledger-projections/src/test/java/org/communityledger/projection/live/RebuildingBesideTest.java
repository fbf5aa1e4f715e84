package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.Replay;
import org.communityledger.projection.View;
import org.communityledger.projection.Views;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.live.Telling.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildingBesideTest {
  /** Has a row for each event, so that it is seen at once whether a view is complete. */
  private static final Telling<EventId> FIRST = Telling.byEvent();
  private static final Telling<EventId> SECOND = FIRST.version(2);

  @TempDir
  Path folder;

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
  void a_version_whose_code_is_gone_is_read_until_the_new_one_is_built() {
    keepFirst();
    CountDownLatch release = new CountDownLatch(1);
    try (Live live = Live.of(wall.ledger()).projections(heldUp(SECOND, release)).start()) {
      wall.given(RecordSurvey.of(WALL));

      assertThatThrownBy(() -> live.awaitApplied(6, Duration.ofMillis(1))).isInstanceOf(NotApplied.class).hasMessage(
          "#6 is not applied after 1 ms: test.ByEvent v1 is no longer moved at #5 (head #6); test.ByEvent v2 is being"
              + " built (head #6)");
      assertThat(seen(live)).isEqualTo(new Seen(1, 5, 6));

      release.countDown();
      live.awaitBuilt(Kept.LONG);
      live.awaitApplied(6, Kept.LONG);
      assertThat(seen(live)).isEqualTo(new Seen(2, 6, 7));
      assertThat(live.progress()).singleElement().satisfies(it -> assertThat(it.version()).isEqualTo(2));
    }
  }

  @Test
  void a_version_whose_code_is_there_goes_on_until_the_new_one_is_built() {
    keepFirst();
    CountDownLatch release = new CountDownLatch(1);
    try (Live live = Live.of(wall.ledger()).projections(FIRST, heldUp(SECOND, release)).start()) {
      wall.given(RecordSurvey.of(WALL));
      live.awaitApplied(6, Kept.LONG);
      assertThat(seen(live)).isEqualTo(new Seen(1, 6, 7));

      release.countDown();
      live.awaitBuilt(Kept.LONG);
      assertThat(seen(live)).isEqualTo(new Seen(2, 6, 7));
      Kept.agreesWithReplay(live, wall.ledger().reader(), SECOND);
    }
  }

  @Test
  void where_there_is_nothing_yet_readers_are_told_how_far_it_is() {
    CountDownLatch release = new CountDownLatch(1);
    try (Live live = Live.of(wall.ledger()).projections(heldUp(FIRST, release)).start()) {
      assertThatThrownBy(() -> seen(live)).isInstanceOf(ViewNotReady.class)
          .hasMessage("test.ByEvent v1 is being built (head #4)");
      assertThatThrownBy(() -> live.row(new CaseRegister(), WALL)).isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cases.CaseRegister is not kept here; there are [test.ByEvent]");

      release.countDown();
      live.awaitBuilt(Kept.LONG);
      assertThat(seen(live)).isEqualTo(new Seen(1, 4, 5));
    }
  }

  @Test
  void while_events_keep_coming_readers_see_complete_views_only_and_never_go_back() throws Exception {
    try (Live live = Live.of(wall.ledger()).projections(FIRST).start()) {
      new RandomCases(wall, new SplittableRandom(1)).live(300, () -> {});
      live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);
    }
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(2);
    try (ExecutorService others = Executors.newFixedThreadPool(3);
        Live live = Live.of(wall.ledger()).projections(FIRST, SECOND).start()) {
      List<Future<List<Seen>>> readers = List.of(others.submit(() -> readUntil(over, reading, live)),
          others.submit(() -> readUntil(over, reading, live)));
      Future<?> writer = others.submit(() -> new RandomCases(wall, new SplittableRandom(2)).live(150, () -> {}));
      reading.await();
      writer.get(60, TimeUnit.SECONDS);
      live.awaitBuilt(Kept.LONG);
      over.set(true);

      for (Future<List<Seen>> each : readers) {
        List<Seen> seen = each.get(60, TimeUnit.SECONDS);
        assertThat(seen).allSatisfy(it -> assertThat(it.rows()).isEqualTo(it.position() + 1));
        assertThat(seen).extracting(Seen::position).isSorted();
        assertThat(seen).extracting(Seen::version).isSorted();
      }
      Kept.agreesWithReplay(live, wall.ledger().reader(), SECOND);
    }
  }

  private static List<Seen> readUntil(AtomicBoolean over, CountDownLatch reading, Live live) {
    List<Seen> seen = new ArrayList<>();
    while (!over.get()) {
      seen.add(seen(live));
      reading.countDown();
    }
    seen.add(seen(live));
    return seen;
  }

  @Test
  void a_reader_in_the_middle_of_a_view_reads_on_in_the_old_one_when_the_new_one_takes_its_place() {
    keepFirst();
    CountDownLatch release = new CountDownLatch(1);
    try (Live live = Live.of(wall.ledger()).projections(heldUp(SECOND, release)).start()) {
      Seen before = live.read(SECOND, view -> {
        try (Stream<?> rows = view.stream()) {
          Iterator<?> reading = rows.iterator();
          reading.next();
          release.countDown();
          live.awaitBuilt(Kept.LONG);
          for (int i = 0; i < 50; i++) { // enough to have all old rows cleared away
            wall.given(RecordSurvey.of(WALL));
            live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);
          }
          long count = 1;
          for (; reading.hasNext(); count++) {
            reading.next();
          }
          assertThat(count).isEqualTo(6);
        }
        return new Seen(view.projection().version(), view.position(), count(view));
      });

      assertThat(before).isEqualTo(new Seen(1, 5, 6));
      assertThat(seen(live)).isEqualTo(new Seen(2, 55, 56));
    }
  }

  @Test
  void closing_gives_up_what_is_being_built_and_the_next_start_builds_it() {
    keepFirst();
    CountDownLatch reached = new CountDownLatch(1);
    Telling<EventId> endless = SECOND.with(new Faults<>() {
      @Override
      public void onKeys(RecordedEvent recorded) {
        reached.countDown();
        await(new CountDownLatch(1));
      }
    });
    Live closed = Live.of(wall.ledger()).projections(endless).start();
    await(reached);
    closed.close();

    assertThat(closed.progress()).extracting(Standing::toString).containsExactly(
        "test.ByEvent v1 is no longer moved at #5 (head #5)",
        "test.ByEvent v2 has failed (head #5): closed while it was being built");
    try (Live live = Live.of(wall.ledger()).projections(SECOND).start()) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), SECOND);
    }
  }

  @Test
  void what_was_half_written_when_the_process_ended_is_thrown_away_and_written_anew() {
    Header header = Header.of(new CommandId("surveys"), WallLedger.CLERK, When.on(WallLedger.TODAY),
        Source.of(Source.Kind.FIRST_HAND, "test"));
    wall.ledger().history().append(header, Collections.nCopies(600, new SurveyRecorded(WALL, Optional.empty())));
    keepFirst();
    writeHalfOf(SECOND);

    try (Live live = Live.of(wall.ledger()).projections(SECOND).start()) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), SECOND);
    }
    requireOnlySecond(606);
  }

  /** What a process leaves behind that is killed while it writes a new version. */
  private void writeHalfOf(Telling<EventId> projection) {
    LedgerEntries entries = new LedgerEntries(wall.ledger().reader().log(), wall.ledger().reader().codec(),
        wall.ledger().reader().zone(), false);
    Guarded<EventId, Telling.Row> guarded = new Guarded<>(projection, entries::typeOf);
    Views made = Replay.of(wall.ledger().reader()).run(guarded);
    try (ViewStore store = ViewStore.open(folder.resolve("wall.ledger.views"))) {
      LiveView<EventId, Telling.Row> view = new LiveView<>(projection, store.build(projection), store.writer(),
          entries);
      assertThat(new Filling<>(view, guarded, made.view(guarded), made.head()).step(store)).isTrue();
    }
  }

  @Test
  void what_no_longer_is_read_is_cleared_away() {
    keepFirst();
    try (Live live = Live.of(wall.ledger()).projections(SECOND).start()) {
      live.awaitBuilt(Kept.LONG);
    }
    requireOnlySecond(6);
  }

  private void requireOnlySecond(int rows) {
    try (ViewStore store = ViewStore.open(folder.resolve("wall.ledger.views"))) {
      while (store.clear()) {
        assertThat(store.live("test.ByEvent").orElseThrow().version()).isEqualTo(2);
      }
      assertThat(store.writer().number("SELECT count(*) FROM view")).isEqualTo(1);
      for (String table : List.of("view_row", "index_entry", "figure", "key_event")) {
        assertThat(store.writer().number("SELECT count(DISTINCT view) FROM " + table)).as(table).isEqualTo(1);
      }
      assertThat(store.writer().number("SELECT count(*) FROM view_row")).isEqualTo(rows);
    }
  }

  @Test
  void rows_of_another_shape_cannot_be_read_before_the_new_version_is_built() {
    wall.given(report(WALL));
    try (Live live = Live.of(wall.ledger()).projections(Telling.byCase()).start()) {
      live.awaitApplied(5, Kept.LONG);
    }
    CountDownLatch release = new CountDownLatch(1);
    Projection<CaseId, CaseRow> other = new Reshaped(release);
    try (Live live = Live.of(wall.ledger()).projections(other).start()) {
      assertThatThrownBy(() -> live.row(other, WALL)).isInstanceOf(ViewNotReady.class).hasMessageStartingWith(
          "What is stored of test.ByCase v1 cannot be read as test.ByCase v2, which is not built yet: ");

      release.countDown();
      live.awaitBuilt(Kept.LONG);
      assertThat(live.row(other, WALL).row().orElseThrow().place()).isEqualTo(WallLedger.ESTATE);
    }
  }

  /** Version 2 of {@link Telling#byCase} has other rows. Its build waits to be released. */
  private record Reshaped(CountDownLatch release) implements Projection<CaseId, CaseRow> {
    private static final CaseRegister REGISTER = new CaseRegister();

    @Override
    public String name() {
      return "test.ByCase";
    }

    @Override
    public int version() {
      return 2;
    }

    @Override
    public Class<CaseId> keyType() {
      return CaseId.class;
    }

    @Override
    public Class<CaseRow> rowType() {
      return CaseRow.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return REGISTER.reads();
    }

    @Override
    public Set<CaseId> keys(RecordedEvent recorded) {
      await(release);
      return REGISTER.keys(recorded);
    }

    @Override
    public Optional<CaseRow> apply(CaseId key, Optional<CaseRow> row, Happening happening) {
      return REGISTER.apply(key, row, happening);
    }
  }

  private void keepFirst() {
    wall.asked(report(WALL), WallLedger.CLERK, When.on(WallLedger.TODAY));
    try (Live live = Live.of(wall.ledger()).projections(FIRST).start()) {
      live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);
    }
  }

  /** The same, but its build waits to be released. */
  private static <K> Telling<K> heldUp(Telling<K> projection, CountDownLatch release) {
    return projection.with(new Faults<>() {
      @Override
      public void onKeys(RecordedEvent recorded) {
        await(release);
      }
    });
  }

  private static void await(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a reader sees at one moment. */
  private record Seen(int version, long position, long rows) {}

  private static Seen seen(Live live) {
    return live.read(SECOND, view -> new Seen(view.projection().version(), view.position(), count(view)));
  }

  private static long count(View<EventId, Telling.Row> view) {
    try (Stream<?> rows = view.stream()) {
      return rows.count();
    }
  }
}
