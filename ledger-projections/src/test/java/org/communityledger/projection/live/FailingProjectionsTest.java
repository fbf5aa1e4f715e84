package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.log.LogException;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.live.Standing.State;
import org.communityledger.projection.live.Telling.Faults;
import org.communityledger.projection.live.Telling.Row;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two cases, one is accepted, and that is what projections here stumble over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingProjectionsTest {
  private static final Telling<CaseId> SOUND = Telling.byCase();
  private static final Telling<CaseId> CANNOT_APPLY = SOUND.with(new Faults<>() {
    @Override
    public void onApply(CaseId key, Happening happening) {
      failOn(happening.recorded());
    }
  });
  private static final Telling<CaseId> CANNOT_TELL_KEYS = SOUND.with(new Faults<>() {
    @Override
    public void onKeys(RecordedEvent recorded) {
      failOn(recorded);
    }
  });
  private static final Telling<CaseId> CANNOT_TELL_FIGURES = SOUND.with(new Faults<>() {
    @Override
    public void onFigures(CaseId key, Row row) {
      failOn(row);
    }
  });
  private static final Telling<CaseId> CANNOT_TELL_INDEXES = SOUND.with(new Faults<>() {
    @Override
    public void onIndexes(Row row) {
      failOn(row);
    }
  });
  private static final Telling<CaseId> MIXES_UNITS = SOUND.with(new Faults<>() {
    @Override
    public Unit unit(Row row) {
      return isAccepted(row) ? Unit.PERSON : Unit.ITEM;
    }
  });

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
  void a_row_that_cannot_be_told_of_an_event_is_parked_and_all_else_goes_on() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();
      live.awaitApplied(9, Kept.LONG);

      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(told(live, RAILING)).containsExactly("c4.0", "c8.0");
      assertThat(toldInAll(live)).contains(Figure.of(Tally.exact(3, Unit.ITEM)));
      assertThat(live.row(new CaseRegister(), WALL).row().orElseThrow().owner()).contains(OFFICE);
      assertThat(standing(live).state()).isEqualTo(State.LIVE);
      assertThat(standing(live).position()).isEqualTo(9);
      assertThat(standing(live).parked()).containsExactly(parked("cannot be told", 1));
    }
  }

  @Test
  void who_waits_for_an_event_that_a_parked_row_waits_for_is_told_so() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();
      Receipt receipt = recorded(RecordSurvey.of(WALL));

      assertThatThrownBy(() -> live.awaitApplied(receipt, Kept.LONG)).isInstanceOf(NotApplied.class)
          .hasMessage("#10 is not applied: test.ByCase v1 is at #10 (head #10), but row \"wall\" is parked at #7, a"
              + " cases.CaseAccepted: cannot be told");
      assertThatThrownBy(() -> live.awaitApplied(7, Kept.LONG)).isInstanceOf(NotApplied.class);
      live.awaitApplied(recorded(RecordSurvey.of(RAILING)), Kept.LONG);
    }
  }

  @Test
  void what_is_parked_stays_parked_over_a_restart() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();
      live.awaitApplied(9, Kept.LONG);
    }
    try (Live live = start(CANNOT_APPLY)) {
      assertThatThrownBy(() -> live.awaitApplied(recorded(RecordSurvey.of(WALL)), Kept.LONG))
          .isInstanceOf(NotApplied.class);

      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(standing(live).parked()).containsExactly(parked("cannot be told", 2));
    }
  }

  @Test
  void a_new_version_lets_parked_rows_go_on() {
    try (Live live = start(CANNOT_APPLY)) {
      recordBothCases();
      live.awaitApplied(9, Kept.LONG);
    }
    Telling<CaseId> mended = SOUND.version(2);
    try (Live live = start(mended)) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), mended);

      assertThat(told(live, WALL)).containsExactly("c5.0", "c6.0", "c7.0");
      assertThat(standing(live).parked()).isEmpty();
    }
  }

  @Test
  void taking_back_the_event_lets_the_row_go_on() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      EventId accepted = recordBothCases();
      live.awaitApplied(9, Kept.LONG);

      live.awaitApplied(wall.retracted(accepted).orElseThrow(), Kept.LONG);
      assertThat(told(live, WALL)).containsExactly("c5.0", "c7.0");
      assertThat(standing(live).parked()).isEmpty();
      live.awaitApplied(recorded(RecordSurvey.of(WALL)), Kept.LONG);
      assertThat(told(live, WALL)).containsExactly("c5.0", "c7.0", "c11.0");
    }
  }

  @Test
  void correcting_the_event_lets_the_row_go_on_with_the_correction_in_its_place() {
    Telling<CaseId> stumbling = SOUND.with(new Faults<>() {
      @Override
      public void onApply(CaseId key, Happening happening) {
        failOn(happening, "c6.0");
      }
    });
    try (Live live = start(stumbling)) {
      live.awaitBuilt(Kept.LONG);
      EventId accepted = recordBothCases();
      assertThatThrownBy(() -> live.awaitApplied(7, Kept.LONG)).isInstanceOf(NotApplied.class);

      live.awaitApplied(wall.retracted(accepted,
          new Replacement(new AcceptCase(WALL, GUODONG, Optional.empty()), Optional.empty())).orElseThrow(), Kept.LONG);
      assertThat(told(live, WALL)).containsExactly("c5.0", "c10.1", "c7.0");
      assertThat(standing(live).parked()).isEmpty();
      live.awaitApplied(7, Kept.LONG);
    }
  }

  @Test
  void a_correction_that_fails_as_well_leaves_the_row_parked_at_the_correction() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      EventId accepted = recordBothCases();
      Receipt corrected = wall.retracted(accepted,
          new Replacement(new AcceptCase(WALL, GUODONG, Optional.empty()), Optional.empty())).orElseThrow();

      assertThatThrownBy(() -> live.awaitApplied(corrected, Kept.LONG)).isInstanceOf(NotApplied.class);
      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(standing(live).parked())
          .containsExactly(new ParkedKey("\"wall\"", 12, "cases.CaseAccepted", "cannot be told", 1));
    }
  }

  @Test
  void of_two_rows_that_an_event_touches_one_is_parked_and_the_other_is_told() {
    Telling<String> everybodyFails = Telling.byRole().with(new Faults<>() {
      @Override
      public void onApply(String key, Happening happening) {
        if (key.equals("everybody")) {
          failOn(happening.recorded());
        }
      }
    });
    try (Live live = start(everybodyFails)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();

      assertThatThrownBy(() -> live.awaitApplied(9, Kept.LONG)).isInstanceOf(NotApplied.class).hasMessageContaining(
          "row \"everybody\" is parked at #7");
      live.awaitApplied(6, Kept.LONG);
      assertThat(live.row(everybodyFails, "clerk").row().orElseThrow().told()).hasSize(9);
      assertThat(live.row(everybodyFails, "everybody").row().orElseThrow().told()).hasSize(7);
    }
    try (Live live = start(everybodyFails)) {
      EventId surveyed = wall.given(RecordSurvey.of(RAILING));
      assertThat(wall.retracted(surveyed)).isPresent();
      assertThatThrownBy(() -> live.awaitApplied(12, Kept.LONG)).isInstanceOf(NotApplied.class);
      assertThat(live.row(everybodyFails, "clerk").row().orElseThrow().told()).hasSize(10);
      assertThat(live.row(everybodyFails, "everybody").row().orElseThrow().told()).hasSize(7);
    }
  }

  @ParameterizedTest(name = "{0}, built later: {2}")
  @MethodSource("whatIsThrown")
  void whatever_a_projection_throws_parks_a_row_and_all_else_goes_on(
      String error,
      Throwable thrown,
      boolean builtLater) {
    Telling<CaseId> throwing = SOUND.with(new Faults<>() {
      @Override
      public void onApply(CaseId key, Happening happening) {
        if (happening.event() instanceof CaseAccepted) {
          throwAnyway(thrown);
        }
      }
    });
    if (builtLater) {
      recordBothCases();
    }
    try (Live live = start(throwing)) {
      live.awaitBuilt(Kept.LONG);
      if (!builtLater) {
        recordBothCases();
      }
      live.awaitApplied(9, Kept.LONG);

      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(told(live, RAILING)).containsExactly("c4.0", "c8.0");
      assertThat(live.row(new CaseRegister(), WALL).row().orElseThrow().owner()).contains(OFFICE);
      assertThat(standing(live).parked()).containsExactly(parked(error, 1));
    }
  }

  static Stream<Arguments> whatIsThrown() {
    return Stream.of(false, true).flatMap(builtLater -> Stream.of(
        Arguments.of("java.lang.AssertionError: no", new AssertionError("no"), builtLater),
        Arguments.of("java.lang.StackOverflowError", new StackOverflowError(), builtLater),
        Arguments.of("java.lang.NoClassDefFoundError: Gone", new NoClassDefFoundError("Gone"), builtLater),
        Arguments.of("java.util.NoSuchElementException", new NoSuchElementException(), builtLater),
        Arguments.of("java.io.IOException: secret", new IOException("secret"), builtLater),
        Arguments.of("of another log", new LogException("of another log"), builtLater),
        Arguments.of("of another store", new ViewStoreException("of another store"), builtLater)));
  }

  @SuppressWarnings("unchecked") // nothing is cast: the compiler only believes that it is unchecked
  private static <T extends Throwable> void throwAnyway(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void nothing_at_all_instead_of_a_row_parks_as_well() {
    Projection<CaseId, Row> careless = new Careless(SOUND);
    try (Live live = start(careless)) {
      live.awaitBuilt(Kept.LONG);
      wall.given(report(WALL));
      assertThatThrownBy(() -> live.awaitApplied(5, Kept.LONG)).isInstanceOf(NotApplied.class).hasMessageEndingWith(
          "parked at #5, a cases.CaseReported: null was given instead of a value, or of"
              + " nothing");
    }
  }

  @Test
  void taking_back_another_event_leaves_the_row_parked_and_nobody_waits_for_what_was_taken_back() {
    try (Live live = start(CANNOT_APPLY)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();
      live.awaitApplied(9, Kept.LONG);

      live.awaitApplied(wall.retracted(new EventId(new CommandId("c7"), 0)).orElseThrow(), Kept.LONG);
      live.awaitApplied(8, Kept.LONG);
      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(standing(live).parked()).containsExactly(parked("cannot be told", 0));
    }
    try (Live live = start(CANNOT_APPLY)) {
      assertThat(standing(live).parked()).containsExactly(parked("cannot be told", 0));
    }
  }

  @ParameterizedTest(name = "{0}, built later: {2}")
  @MethodSource("whatParks")
  void a_row_that_fails_is_parked_at_the_event_at_which_it_fails_whenever_it_is_built(
      String error,
      Telling<CaseId> projection,
      boolean builtLater) {
    if (builtLater) {
      recordBothCases();
      wall.given(RecordSurvey.of(WALL));
    }
    try (Live live = start(projection)) {
      live.awaitBuilt(Kept.LONG);
      if (!builtLater) {
        recordBothCases();
        wall.given(RecordSurvey.of(WALL));
      }
      live.awaitApplied(9, Kept.LONG);

      assertThatThrownBy(() -> live.awaitApplied(10, Kept.LONG)).isInstanceOf(NotApplied.class);
      assertThat(told(live, WALL)).containsExactly("c5.0");
      assertThat(told(live, RAILING)).containsExactly("c4.0", "c8.0");
      assertThat(standing(live).parked()).containsExactly(parked(error, 2));
      assertThat(toldOf(live, "c5.0")).hasSize(1);
      assertThat(toldOf(live, "c6.0")).isEmpty();
      assertThat(toldInAll(live)).contains(Figure.of(Tally.exact(3, Unit.ITEM)));
    }
  }

  static Stream<Arguments> whatParks() {
    return Stream.of(false, true).flatMap(builtLater -> Stream.of(
        Arguments.of("cannot be told", CANNOT_APPLY, builtLater),
        Arguments.of("cannot be told", CANNOT_TELL_FIGURES, builtLater),
        Arguments.of("cannot be told", CANNOT_TELL_INDEXES, builtLater),
        Arguments.of("what it adds to told.all does not fit what other rows add: ITEM and PERSON cannot be summed; give"
            + " one of them another key", MIXES_UNITS, builtLater)));
  }

  @Test
  void a_projection_that_cannot_tell_whom_an_event_touches_stops_there_and_the_others_go_on() {
    try (Live live = start(CANNOT_TELL_KEYS)) {
      live.awaitBuilt(Kept.LONG);
      recordBothCases();

      assertThatThrownBy(() -> live.awaitApplied(9, Kept.LONG)).isInstanceOf(NotApplied.class).hasMessage(
          "#9 is not applied and will not be: test.ByCase v1 has failed at #6 (head #9): stopped at #7, a"
              + " cases.CaseAccepted: cannot be told");
      live.awaitApplied(6, Kept.LONG);
      assertThat(live.row(CANNOT_TELL_KEYS, WALL).position()).isEqualTo(6);
      assertThat(told(live, WALL)).containsExactly("c5.0");
    }
    try (Live live = start(CANNOT_TELL_KEYS)) {
      assertThat(standing(live).state()).isEqualTo(State.FAILED);
      assertThat(standing(live).failure()).contains("stopped at #7, a cases.CaseAccepted: cannot be told");
      assertThat(told(live, WALL)).containsExactly("c5.0");
    }
    Telling<CaseId> mended = SOUND.version(2);
    try (Live live = start(mended)) {
      Kept.agreesWithReplay(live, wall.ledger().reader(), new CaseRegister(), mended);
    }
  }

  @Test
  void a_new_version_that_cannot_be_built_leaves_the_old_one_to_be_read() {
    Telling<CaseId> worse = CANNOT_TELL_KEYS.version(2);
    try (Live live = start(SOUND)) {
      recordBothCases();
      live.awaitApplied(9, Kept.LONG);
    }
    try (Live live = start(worse, SOUND)) {
      assertThatThrownBy(() -> live.awaitBuilt(Kept.LONG)).isInstanceOf(NotApplied.class).hasMessage(
          "Not all views are built and will not be: test.ByCase v1 is at #9 (head #9); test.ByCase v2 has failed"
              + " (head #9): stopped at #7, a cases.CaseAccepted: cannot be told");
      live.awaitApplied(recorded(RecordSurvey.of(WALL)), Kept.LONG);

      assertThat(told(live, WALL)).containsExactly("c5.0", "c6.0", "c7.0", "c9.0");
    }
  }

  @Test
  void a_version_that_fails_while_it_catches_up_is_true_for_nothing() {
    CountDownLatch release = new CountDownLatch(1);
    Telling<CaseId> heldUp = SOUND.with(new Faults<>() {
      @Override
      public void onKeys(RecordedEvent recorded) {
        awaitQuietly(release);
        failOn(recorded);
      }
    });
    try (Live live = Live.of(wall.ledger()).projections(heldUp).start()) {
      recordBothCases();
      release.countDown();

      assertThatThrownBy(() -> live.awaitBuilt(Kept.LONG)).isInstanceOf(NotApplied.class);
      assertThatThrownBy(() -> live.awaitApplied(0, Kept.LONG)).isInstanceOf(NotApplied.class).hasMessage(
          "#0 is not applied and will not be: test.ByCase v1 has failed (head #9): stopped at #7, a"
              + " cases.CaseAccepted: cannot be told");
      assertThatThrownBy(() -> live.row(heldUp, WALL)).isInstanceOf(ViewNotReady.class);
      assertThat(standing(live).position()).isEqualTo(-1);
      assertThat(standing(live).lag()).isEqualTo(10);
    }
  }

  private static void awaitQuietly(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reports railing (#5) and wall (#6), accepts wall (#7), surveys wall (#8) and railing (#9). */
  private EventId recordBothCases() {
    wall.given(report(RAILING));
    wall.given(report(WALL));
    EventId accepted = wall.given(new AcceptCase(WALL, OFFICE, Optional.empty()));
    wall.given(RecordSurvey.of(WALL));
    wall.given(RecordSurvey.of(RAILING));
    return accepted;
  }

  private Receipt recorded(Command command) {
    return ((Outcome.Accepted) wall.asked(command, CLERK, When.on(TODAY))).receipt();
  }

  private Live start(Projection<?, ?>... projections) {
    return Live.of(wall.ledger()).projections(new CaseRegister()).projections(projections).start();
  }

  private static List<String> told(Live live, CaseId id) {
    return live.row(SOUND, id).row().orElseThrow().told().stream().map(it -> it.event().value()).toList();
  }

  private static Optional<Figure> toldInAll(Live live) {
    return live.read(SOUND, view -> view.figure(FigureKey.of("told.all")));
  }

  private static List<Row> toldOf(Live live, String event) {
    return live.read(SOUND, view -> view.where("event", event));
  }

  private static Standing standing(Live live) {
    return live.progress().stream().filter(it -> it.projection().equals("test.ByCase")).findFirst().orElseThrow();
  }

  private static ParkedKey parked(String error, int waiting) {
    return new ParkedKey("\"wall\"", 7, "cases.CaseAccepted", error, waiting);
  }

  private static void failOn(RecordedEvent recorded) {
    if (recorded.event() instanceof CaseAccepted) {
      throw new IllegalStateException("cannot be told");
    }
  }

  private static void failOn(Happening happening, String event) {
    if (happening.recorded().id().value().equals(event)) {
      throw new IllegalStateException("cannot be told");
    }
  }

  private static void failOn(Row row) {
    if (isAccepted(row)) {
      throw new IllegalStateException("cannot be told");
    }
  }

  private static boolean isAccepted(Row row) {
    return row.told().stream().anyMatch(it -> it.event().value().equals("c6.0"));
  }

  /** Returns null where a row is asked for. */
  private record Careless(Telling<CaseId> telling) implements Projection<CaseId, Row> {
    @Override
    public String name() {
      return telling.name();
    }

    @Override
    public int version() {
      return telling.version();
    }

    @Override
    public Class<CaseId> keyType() {
      return telling.keyType();
    }

    @Override
    public Class<Row> rowType() {
      return telling.rowType();
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return telling.reads();
    }

    @Override
    public Set<CaseId> keys(RecordedEvent recorded) {
      return telling.keys(recorded);
    }

    @Override
    @SuppressWarnings("NullAway") // what code without such checks may do
    public Optional<Row> apply(CaseId key, Optional<Row> row, Happening happening) {
      return null;
    }
  }
}
