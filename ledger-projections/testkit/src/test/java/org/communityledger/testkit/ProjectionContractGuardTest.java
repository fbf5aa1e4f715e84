package org.communityledger.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.Garden.NORTH;
import static org.communityledger.testkit.Garden.SOUTH;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.testkit.Garden.Planted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each broken projection fails the one test that is meant for it, with words that say what is wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionContractGuardTest {
  private static final String WRITTEN = "rows and keys are read back as they were written";
  private static final String PURE = "the same events lead to the same view whenever and wherever it is made";
  private static final String KEYED = "a row comes from the events of its key alone";
  private static final String REDELIVERED = "events that come again change nothing";
  private static final String AS_OF = "it can be asked as of any moment";
  private static final String REBUILT = "a view that grew event by event is the one built at once";
  private static final List<String> ALL = List.of(WRITTEN, PURE, KEYED, REDELIVERED, AS_OF, REBUILT);

  @Test
  void a_sound_projection_passes_all() {
    assertThat(Outcomes.of(SoundCase.class).passed()).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void a_row_without_value_equality() {
    assertThat(onlyFailureOf(NoEqualityCase.class, WRITTEN)).matches("(?s)row north of garden.NoEquality is not read"
        + " back as it was written; it needs value equality in all its parts\n  written: Letters\\[letters=\\[C@.*\\]\n"
        + "  read: Letters\\[letters=\\[C@.*\\]");
  }

  @Test
  void a_row_that_cannot_be_written() {
    assertThat(onlyFailureOf(UnwritableCase.class, WRITTEN))
        .startsWith("row north of garden.Unwritable cannot be stored: A org.communityledger.testkit."
            + "ProjectionContractGuardTest$Thing cannot be written: ");
  }

  @Test
  void a_history_that_does_not_concern_it() {
    assertThat(onlyFailureOf(NoRowsCase.class, WRITTEN)).isEqualTo(
        "The history leads to no row of garden.Beds, so that nothing can be found out with it");
  }

  @Test
  void a_history_nobody_could_look_into() {
    assertThat(onlyFailureOf(PastTheScenarioCase.class, WRITTEN)).isEqualTo("The history was told past given(…) and"
        + " when(…) up to #5, so that nothing could be looked at after #4; tell it in steps");
  }

  @Test
  void a_wall_clock() {
    assertThat(onlyFailureOf(WallClockCase.class, PURE)).isEqualTo("garden.WallClock is not pure: it asks for more than"
        + " its events, by WallClock: java.time.Year.now; what it may know of time stands in the happening");
  }

  @Test
  void a_wall_clock_behind_another_class() {
    LocalDate east = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
    LocalDate west = LocalDate.now(ZoneId.of("Etc/GMT+12"));
    boolean isEast = !east.equals(Calendars.today()); // if it is that day here too, it is another one in the west

    assertThat(onlyFailureOf(HiddenClockCase.class, PURE))
        .startsWith("garden.HiddenClock is not pure: made again, in the time zone "
            + (isEast ? "Pacific/Kiritimati and the language ar-EG" : "Etc/GMT+12 and the language tr-TR")
            + ", its view is another\nrow \"north\"\n  first: {")
        .contains("then: {\"text\":\"rose on " + (isEast ? east : west) + "\"}");
  }

  @Test
  void a_figure_by_the_clock() {
    assertThat(onlyFailureOf(AgedFigureCase.class, PURE)).contains("its view is another\nfigure garden.age{at=");
  }

  @Test
  void an_index_by_the_clock() {
    assertThat(onlyFailureOf(AgedIndexCase.class, PURE))
        .contains("its view is another\nrow \"north\"\n  first: {\"text\":"
            + "\"oak\"} found by day=[");
  }

  @Test
  void random_numbers() {
    assertThat(onlyFailureOf(RandomCase.class, PURE)).isEqualTo("garden.Dice is not pure: it asks for more than its"
        + " events, by Dice: java.util.SplittableRandom, Dice: java.util.concurrent.ThreadLocalRandom.current; what it"
        + " may know of time stands in the happening");
  }

  @Test
  void a_row_changed_in_place() {
    assertThat(onlyFailureOf(ChangedInPlaceCase.class, PURE)).isEqualTo("garden.ChangedInPlace v1 stopped at #3, a"
        + " Planted: it changes the row north it is given, instead of making another");
  }

  @Test
  void a_counter_over_all_rows() {
    assertThat(onlyFailureOf(CounterCase.class, KEYED))
        .isEqualTo("row south of garden.Counter depends on events of other"
            + " keys\n  among all: Note[text=number 2]\n  alone: Note[text=number 1]");
  }

  @Test
  void keys_without_tags() {
    assertThat(onlyFailureOf(OtherKeyCase.class, KEYED)).isEqualTo("row garden of garden.OtherKey is touched by events"
        + " that do not carry the tag place:garden, so that it is not found alone\n  among all: Note[text=oak]\n  found by"
        + " its tag: null");
  }

  @Test
  void hidden_state() {
    assertThat(onlyFailureOf(SeenCase.class, REDELIVERED)).isEqualTo("garden.Seen does not ignore redelivery: told the"
        + " same events again, it remembers the first time\nrow \"north\"\n  first: {\"text\":\"oak\"}\n  then: none");
  }

  @Test
  void something_looked_up_in_the_ledger() {
    assertThat(onlyFailureOf(PeekingCase.class, AS_OF)).isEqualTo("garden.Peeking as known at #1 is not what it was"
        + " when the ledger ended there\nrow \"north\"\n  then: {\"text\":\"of 1\"}\n  as known: {\"text\":\"of 4\"}");
  }

  @Test
  void an_event_that_relies_on_another_one() {
    assertThat(onlyFailureOf(RelyingCase.class, AS_OF)).isEqualTo("garden.Relying cannot be asked as happened by"
        + " 2024-07-19, when some events had not happened that were recorded before others: garden.Relying v1 stopped at"
        + " #2, a Planted: No value present");
  }

  @Test
  void state_that_does_not_survive_the_end_of_a_batch() {
    assertThat(onlyFailureOf(OnlyInMemoryCase.class, REBUILT)).isEqualTo("garden.OnlyInMemory is another if it goes on"
        + " from stored rows, as after a restart, at each event\nrow \"north\"\n  at once: {\"text\":\"3 plants\"}\n  event by"
        + " event: {\"text\":\"1 plants\"}");
  }

  /** The message of the one test that fails; all before it pass, all after it are aborted. */
  private static String onlyFailureOf(Class<?> contract, String test) {
    Outcomes outcomes = Outcomes.of(contract);
    int place = ALL.indexOf(test);
    assertThat(outcomes.failed()).containsExactly(test);
    assertThat(outcomes.passed()).containsExactlyInAnyOrderElementsOf(ALL.subList(0, place));
    assertThat(outcomes.aborted()).containsExactlyInAnyOrderElementsOf(ALL.subList(place + 1, ALL.size()));
    return outcomes.message(test);
  }

  /** Four plants in two beds. */
  abstract static class OfGarden<R> extends ProjectionContract<PlaceId, R> {
    @Override
    protected LedgerSetup setup() {
      return new Garden();
    }

    @Override
    protected void history(LedgerScenario ledger) {
      ledger.given(new Planted(NORTH, "rose")).given(new Planted(SOUTH, "lily"))
          .given(new Planted(NORTH, "fern"), new Planted(NORTH, "oak"));
    }
  }

  static class SoundCase extends OfGarden<Beds.Bed> {
    @Override
    protected Projection<PlaceId, Beds.Bed> projection() {
      return new Beds();
    }
  }

  static class NoRowsCase extends SoundCase {
    @Override
    protected void history(LedgerScenario ledger) {
      ledger.given(Wall.reported(Wall.WALL));
    }
  }

  static class PastTheScenarioCase extends SoundCase {
    @Override
    protected void history(LedgerScenario ledger) {
      super.history(ledger);
      Header header = ledger.ledger().header(Wall.CLERK, When.on(Wall.JULY_19), Source.of(Source.Kind.FORM, "F-1"));
      ledger.ledger().history().append(header, List.of(new Planted(SOUTH, "oak")));
    }
  }

  /** A row of words. */
  record Note(String text) {}

  private abstract static class Notes extends GardenView<Note> {
    private Notes() {
      super(Note.class);
    }

    @Override
    public Optional<Note> apply(PlaceId key, Optional<Note> row, Happening happening) {
      return Optional.of(new Note(text(key, row, happening)));
    }

    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return ((Planted) happening.event()).plant();
    }
  }

  abstract static class OfNotes extends OfGarden<Note> {}

  /** Equal only to itself. */
  record Letters(char[] letters) {}

  private static final class NoEquality extends GardenView<Letters> {
    private NoEquality() {
      super(Letters.class);
    }

    @Override
    public Optional<Letters> apply(PlaceId key, Optional<Letters> row, Happening happening) {
      return Optional.of(new Letters("rose".toCharArray()));
    }
  }

  static class NoEqualityCase extends OfGarden<Letters> {
    @Override
    protected Projection<PlaceId, Letters> projection() {
      return new NoEquality();
    }
  }

  /** Holds what has no JSON. */
  record Thing(Thread thread) {}

  private static final class Unwritable extends GardenView<Thing> {
    private Unwritable() {
      super(Thing.class);
    }

    @Override
    public Optional<Thing> apply(PlaceId key, Optional<Thing> row, Happening happening) {
      return Optional.of(new Thing(Thread.currentThread()));
    }
  }

  static class UnwritableCase extends OfGarden<Thing> {
    @Override
    protected Projection<PlaceId, Thing> projection() {
      return new Unwritable();
    }
  }

  private static final class WallClock extends Notes {
    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return "in " + Year.now(ZoneOffset.UTC);
    }
  }

  static class WallClockCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new WallClock();
    }
  }

  private static final class HiddenClock extends Notes {
    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return "rose on " + Calendars.today();
    }
  }

  private static final class Calendars {
    private static LocalDate today() {
      return LocalDate.now(ZoneId.systemDefault());
    }
  }

  static class HiddenClockCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new HiddenClock();
    }
  }

  private static final class AgedFigure extends Notes {
    @Override
    public List<Contribution> figures(PlaceId key, Note row) {
      return List.of(Contribution.of(FigureKey.of("garden.age").with("at", Calendars.today().toString()),
          Tally.exact(1, Unit.ITEM)));
    }
  }

  static class AgedFigureCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new AgedFigure();
    }
  }

  private static final class AgedIndex extends Notes {
    @Override
    public Map<String, Function<Note, Collection<String>>> indexes() {
      return Map.of("day", row -> List.of(Calendars.today().toString()));
    }
  }

  static class AgedIndexCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new AgedIndex();
    }
  }

  private static final class Dice extends Notes {
    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return ThreadLocalRandom.current().nextInt() + " and " + new SplittableRandom().nextInt();
    }
  }

  static class RandomCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new Dice();
    }
  }

  /** A row that can be changed. */
  record Open(List<String> plants) {}

  private static final class ChangedInPlace extends GardenView<Open> {
    private ChangedInPlace() {
      super(Open.class);
    }

    @Override
    public Optional<Open> apply(PlaceId key, Optional<Open> row, Happening happening) {
      Open open = row.orElseGet(() -> new Open(new ArrayList<>()));
      open.plants().add(((Planted) happening.event()).plant());
      return Optional.of(open);
    }
  }

  static class ChangedInPlaceCase extends OfGarden<Open> {
    @Override
    protected Projection<PlaceId, Open> projection() {
      return new ChangedInPlace();
    }
  }

  private static final class Counter extends Notes {
    private int rows;

    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return row.map(Note::text).orElseGet(() -> "number " + ++rows);
    }
  }

  static class CounterCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new Counter();
    }
  }

  private static final class OtherKey extends Notes {
    @Override
    public Set<PlaceId> keys(RecordedEvent recorded) {
      return Set.of(new PlaceId("garden"));
    }
  }

  static class OtherKeyCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new OtherKey();
    }
  }

  private static final class Seen extends Notes {
    private final Set<EventId> seen = new HashSet<>();

    @Override
    public Optional<Note> apply(PlaceId key, Optional<Note> row, Happening happening) {
      return seen.add(happening.recorded().id()) ? super.apply(key, row, happening) : row;
    }
  }

  static class SeenCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new Seen();
    }
  }

  private static final class Peeking extends Notes {
    private final LongSupplier end;

    private Peeking(LongSupplier end) {
      this.end = end;
    }

    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      return "of " + end.getAsLong();
    }
  }

  static class PeekingCase extends OfNotes {
    private LongSupplier end = () -> 0;

    @Override
    protected void history(LedgerScenario ledger) {
      end = ledger::position;
      super.history(ledger);
    }

    @Override
    protected Projection<PlaceId, Note> projection() {
      return new Peeking(() -> end.getAsLong());
    }
  }

  private static final class Relying extends Notes {
    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      String plant = ((Planted) happening.event()).plant();
      return plant.equals("fern") ? row.orElseThrow().text() + " and fern" : plant;
    }
  }

  static class RelyingCase extends OfNotes {
    @Override
    protected void history(LedgerScenario ledger) {
      ledger.at(Wall.AUGUST_5).given(new Planted(NORTH, "rose")).occurred(When.on(Wall.JULY_19))
          .given(new Planted(NORTH, "fern"));
    }

    @Override
    protected Projection<PlaceId, Note> projection() {
      return new Relying();
    }
  }

  private static final class OnlyInMemory extends Notes {
    private final Map<PlaceId, Integer> numbers = new HashMap<>();

    @Override
    String text(PlaceId key, Optional<Note> row, Happening happening) {
      if (row.isEmpty()) {
        numbers.remove(key);
      }
      return numbers.merge(key, 1, Integer::sum) + " plants";
    }
  }

  static class OnlyInMemoryCase extends OfNotes {
    @Override
    protected Projection<PlaceId, Note> projection() {
      return new OnlyInMemory();
    }
  }
}
