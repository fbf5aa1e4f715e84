package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.Stage;
import org.communityledger.codec.Fixtures.Measured;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsAsJsonTest {
  private static final EventId STARTED = EventId.parse("cmd-1.0");
  private static final CaseEvent WORK = new WorkStarted(new CaseId("wall"), EventId.parse("cmd-0.2"));

  private final RowCodec rows = Fixtures.codec().rows();

  @Test
  void a_row_is_one_line_of_json_byte_for_byte() {
    Counted row = new Counted(new CaseId("wall"), new OrgId("guodong"), Stage.DONE, When.on(LocalDate.of(2024, 8, 2)),
        Tally.atLeast(400, Unit.METRE), List.of("b", "a"), Set.of(Tag.parse("case:b"), Tag.parse("case:a")),
        Map.of(Stage.WORKING, 2L, Stage.DONE, 1L), Optional.empty());

    assertThat(written(Counted.class, row))
        .isEqualTo("{\"caseId\":\"wall\",\"doer\":\"org:guodong\",\"stage\":\"DONE\","
            + "\"since\":{\"earliest\":\"2024-08-02\",\"latest\":\"2024-08-02\"},"
            + "\"extent\":{\"lower\":400,\"approximate\":false,\"unit\":\"METRE\"},"
            + "\"words\":[\"b\",\"a\"],\"tags\":[\"case:a\",\"case:b\"],\"days\":{\"DONE\":1,\"WORKING\":2}}");
  }

  @Test
  void whatever_was_written_is_read_back_as_an_equal_row() {
    Generated.cases(300, generated -> {
      Counted row = new Counted(new CaseId(generated.id()), generated.party(), generated.oneOf(List.of(Stage.values())),
          generated.when(), generated.tally(), words(generated), tags(generated),
          generated.oneIn(3) ? Map.of() : Map.of(Stage.DONE, generated.count(), Stage.CLOSED, generated.count()),
          generated.oneIn(2) ? Optional.empty() : Optional.of(generated.instant()));

      assertThat(read(Counted.class, written(Counted.class, row))).isEqualTo(row);
    });
  }

  @Test
  void equal_rows_have_the_same_bytes_in_whatever_order_their_sets_and_maps_were_filled() {
    Generated.cases(100, generated -> {
      List<Party> parties = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        parties.add(generated.party());
      }
      Affected one = affected(parties);
      Collections.reverse(parties);
      Affected other = affected(parties);

      assertThat(other).isEqualTo(one);
      assertThat(written(Affected.class, other)).isEqualTo(written(Affected.class, one));
      assertThat(read(Affected.class, written(Affected.class, one))).isEqualTo(one);
    });
  }

  @Test
  void keys_of_maps_are_the_text_of_the_values_they_are() {
    Keyed keyed = new Keyed(Map.of(new CaseId("wall"), 1), Map.of(new HouseholdId("h"), 1), Map.of(STARTED, 1),
        Map.of(Tag.parse("case:wall"), 1), Map.of(Unit.METRE, 1), Map.of(LocalDate.of(2024, 8, 2), 1), Map.of(7, 1));

    assertThat(written(Keyed.class, keyed)).isEqualTo("{\"cases\":{\"wall\":1},\"parties\":{\"household:h\":1},"
        + "\"events\":{\"cmd-1.0\":1},\"tags\":{\"case:wall\":1},\"units\":{\"METRE\":1},\"days\":{\"2024-08-02\":1},"
        + "\"numbers\":{\"7\":1}}");
    assertThat(read(Keyed.class, written(Keyed.class, keyed))).isEqualTo(keyed);
    assertThatThrownBy(() -> read(Keyed.class, "{\"parties\":{\"h\":1}}"))
        .hasMessageContaining("'h' is not a tag");
  }

  @Test
  void an_event_in_a_row_stands_under_its_stored_name_and_version() {
    Held held = new Held(WORK, recorded(WORK), List.of(WORK), new Measured(new PlaceId("p"),
        Tally.exact(1, Unit.ITEM), Optional.empty(), List.of(), Optional.empty()));

    assertThat(written(Held.class, held)).startsWith("{\"event\":{\"type\":\"cases.WorkStarted\",\"version\":1,"
        + "\"fact\":{\"caseId\":\"wall\",\"assignment\":\"cmd-0.2\"}},").endsWith("\"measured\":{\"place\":\"p\","
            + "\"size\":{\"lower\":1,\"upper\":1,\"approximate\":false,\"unit\":\"ITEM\"}}}");
    assertThat(read(Held.class, written(Held.class, held))).isEqualTo(held);
  }

  @Test
  void an_event_carried_along_unread_comes_back_as_it_was_even_where_its_type_is_known() {
    RecordedEvent opaque = recorded(new OpaqueEvent("cases.WorkStarted", 9, "{\"caseId\": \"wall\"}"));

    assertThat(written(RecordedEvent.class, opaque)).contains("\"opaque\":\"{\\\"caseId\\\": \\\"wall\\\"}\"");
    assertThat(read(RecordedEvent.class, written(RecordedEvent.class, opaque))).isEqualTo(opaque);
  }

  @Test
  void an_event_written_in_an_older_form_is_lifted_on_reading() {
    Measured wall = new Measured(new PlaceId("p"), Tally.exact(1, Unit.ITEM), Optional.empty(), List.of("brick"),
        Optional.empty());
    String stored = written(Event.class, wall).replace("\"words\":[\"brick\"]", "\"word\":\"brick\"");
    Upcast lift = fact -> {
      fact.putArray("words").add(fact.remove("word").textValue());
      return fact;
    };
    RowCodec later = Fixtures.codec(new EventType("test.Measured", 2, Measured.class),
        Map.of(new EventTypes.Form("test.Measured", 1), lift)).rows();

    assertThat(later.read(Event.class, stored.getBytes(StandardCharsets.UTF_8))).isEqualTo(wall);
  }

  @Test
  void what_cannot_be_read_is_named() {
    String work = written(Event.class, WORK);

    assertThatThrownBy(() -> read(Event.class, work.replace("WorkStarted", "WorkDreamt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no known event: 'cases.WorkDreamt' version 1");
    assertThatThrownBy(() -> read(Event.class, work.replace("\"version\":1", "\"version\":2")))
        .hasMessageContaining("no known event: 'cases.WorkStarted' version 2");
    assertThatThrownBy(() -> read(CaseEvent.class, written(Event.class, new OpaqueEvent("x", 1, "{}"))))
        .hasMessageContaining("OpaqueEvent stands where a org.communityledger.cases.CaseEvent belongs");
    assertThatThrownBy(() -> read(PersonId.class, "12"))
        .hasMessageStartingWith("A org.communityledger.kernel.PersonId cannot be read");
  }

  @Test
  void what_cannot_be_written_is_named() {
    assertThatThrownBy(() -> rows.write(Event.class, new Unregistered()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unregistered has no stored name");
    assertThatThrownBy(() -> written(Clash.class, new Clash(Map.of(new Alike(1), 1, new Alike(2), 2))))
        .hasMessageContaining("two keys of a map are written alike");
  }

  private static List<String> words(Generated generated) {
    return generated.oneIn(4) ? List.of() : List.of(generated.id(), "云栖苑 \"" + generated.id() + "\"");
  }

  private static Set<Tag> tags(Generated generated) {
    return generated.oneIn(4) ? Set.of() : Set.of(generated.party().tag(), new Tag("at", generated.id()));
  }

  private static Affected affected(List<Party> parties) {
    Map<Party, List<Set<Party>>> nested = new LinkedHashMap<>();
    parties.forEach(it -> nested.put(it, List.of(new LinkedHashSet<>(parties))));
    return new Affected(new LinkedHashSet<>(parties), nested);
  }

  private static RecordedEvent recorded(Event event) {
    return new RecordedEvent(7, STARTED, Instant.parse("2026-11-23T09:00:00.000001Z"), Fixtures.HEADER,
        Optional.of(EventId.parse("cmd-0.0")), Set.of(Tag.parse("case:wall"), Tag.parse("event:cmd-0.2")), event);
  }

  private <T> String written(Class<T> type, T value) {
    return new String(rows.write(type, value), StandardCharsets.UTF_8);
  }

  private <T> T read(Class<T> type, String json) {
    return rows.read(type, json.getBytes(StandardCharsets.UTF_8));
  }

  record Counted(CaseId caseId, Party doer, Stage stage, When since, Tally extent, List<String> words, Set<Tag> tags,
      Map<Stage, Long> days, Optional<Instant> seen) {
    // Looks like a property to Jackson, and is none of the row.
    public String getShort() {
      return caseId.value();
    }

    public boolean isOpen() {
      return stage != Stage.CLOSED;
    }
  }

  record Affected(Set<Party> parties, Map<Party, List<Set<Party>>> beside) {}

  record Keyed(Map<CaseId, Integer> cases, Map<Party, Integer> parties, Map<EventId, Integer> events,
      Map<Tag, Integer> tags, Map<Unit, Integer> units, Map<LocalDate, Integer> days, Map<Integer, Integer> numbers) {}

  record Held(CaseEvent event, RecordedEvent recorded, List<Event> several, Measured measured) {}

  record Clash(Map<Alike, Integer> counts) {}

  record Alike(int number) {
    @Override
    public String toString() {
      return "alike";
    }
  }

  record Unregistered() implements Event {
    @Override
    public Set<Tag> tags() {
      return Set.of();
    }
  }
}
