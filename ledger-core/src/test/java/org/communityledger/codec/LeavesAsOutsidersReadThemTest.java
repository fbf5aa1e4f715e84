package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.codec.CodecException.UnknownEventType;
import org.communityledger.codec.Fixtures.Measured;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.LeafReader.Facts;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavesAsOutsidersReadThemTest {
  private static final EventId ID = EventId.parse("cmd-1.0");
  private static final Measured WALL = new Measured(new PlaceId("yunqiyuan-west"),
      Tally.atLeast(400, Unit.METRE).asStated("400多米"), Optional.empty(), List.of("brick", "\"leaning\""),
      Optional.of(new PersonId("liu")));
  private static final String LEAF = "{\"specversion\":\"1.0\",\"id\":\"cmd-1.0\",\"source\":\"ledger.example.org/test\","
      + "\"type\":\"test.Measured\",\"dataversion\":1,\"time\":\"2026-11-23T09:00:00.000000Z\","
      + "\"datacontenttype\":\"application/json\",\"decisionhash\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE\","
      + "\"data\":{\"fact\":{\"place\":\"yunqiyuan-west\",\"size\":{\"lower\":400,\"approximate\":false,"
      + "\"unit\":\"METRE\",\"asStated\":\"400多米\"},\"words\":[\"brick\",\"\\\"leaning\\\"\"],\"by\":\"liu\"},"
      + "\"header\":{\"command\":\"cmd-1\",\"actor\":{\"who\":\"person:liu\",\"onBehalfOf\":\"grid-7\","
      + "\"role\":\"grid worker\"},\"occurred\":{\"earliest\":\"2024-08-02\",\"latest\":\"2024-08-02\"},"
      + "\"source\":{\"kind\":\"FORM\",\"ref\":\"F-12\",\"complete\":true,\"inferred\":false}},"
      + "\"tags\":[\"place:yunqiyuan-west\"]}}";

  @Test
  void an_event_is_one_line_of_json_byte_for_byte() {
    assertThat(new String(stamped(draftOf(WALL)), StandardCharsets.UTF_8)).isEqualTo(LEAF);
  }

  @Test
  void a_leaf_is_read_back_as_the_event_it_was() {
    RecordedEvent read = Fixtures.codec().decode(entry(LEAF));

    assertThat(read).isEqualTo(new RecordedEvent(7, ID, Instant.parse("2026-11-23T09:00:00Z"),
        withoutToday(), Optional.empty(), Set.of(Tag.parse("place:yunqiyuan-west")), WALL));
  }

  @Test
  void what_is_irregular_says_so_last_in_its_header() {
    Sealed<String> why = new Sealed.Stored<>("k-1", "A".repeat(43));
    Header irregular = Fixtures.HEADER.irregular(new Irregular(why, new ApprovalId("a-1")));
    EventId corrected = EventId.parse("cmd-0.0");
    String stored = LEAF.replace("\"inferred\":false}}", "\"inferred\":false},\"corrects\":\"cmd-0.0\","
        + "\"irregular\":{\"reason\":{\"$sealed\":{\"k\":\"k-1\",\"h\":\"" + "A".repeat(43)
        + "\"}},\"approval\":\"a-1\"}}");

    Draft draft = draftOf(WALL, irregular, Optional.of(corrected));

    assertThat(new String(stamped(draft), StandardCharsets.UTF_8)).isEqualTo(stored);
    assertThat(Fixtures.codec().decode(entry(stored)).header().irregular()).contains(new Irregular(why,
        new ApprovalId("a-1")));
    assertThat(Fixtures.codec().decode(entry(stored)))
        .isEqualTo(Fixtures.codec().decodeAny(entry(stored), false));
    String plain = stored.replace("\\\"leaning\\\"", "leaning"); // what is escaped, Jackson reads
    assertThat(plainly(plain)).contains(Fixtures.codec().decode(entry(plain)));
  }

  /** What the plain reader reads by itself. */
  private static Optional<RecordedEvent> plainly(String leaf) {
    return new PlainLeaves(Fixtures.ORIGIN, Fixtures.codec().types()).read(entry(leaf));
  }

  @Test
  void an_empty_list_is_left_out_and_comes_back_empty() {
    Measured bare = new Measured(new PlaceId("p"), Tally.exact(0, Unit.ITEM), Optional.empty(), List.of(),
        Optional.empty());

    byte[] leaf = stamped(draftOf(bare));

    assertThat(new String(leaf, StandardCharsets.UTF_8)).doesNotContain("words").doesNotContain("null");
    assertThat(Fixtures.codec().decode(new Entry(0, "test.Measured", leaf)).event()).isEqualTo(bare);
  }

  @Test
  void an_older_form_is_lifted_on_reading_and_its_bytes_stay() {
    String stored = LEAF.replace("\"words\":[\"brick\",\"\\\"leaning\\\"\"]", "\"word\":\"brick\"");
    Upcast lift = fact -> {
      fact.putArray("words").add(fact.remove("word").textValue());
      return fact;
    };
    EventCodec codec = Fixtures.codec(new EventType("test.Measured", 2, Measured.class),
        Map.of(new EventTypes.Form("test.Measured", 1), lift));

    Event read = codec.decode(entry(stored)).event();

    assertThat(read).isEqualTo(new Measured(WALL.place(), WALL.size(), WALL.more(), List.of("brick"), WALL.by()));
  }

  @Test
  void a_type_without_all_its_upcasts_is_refused_at_start() {
    assertThatThrownBy(() -> Fixtures.codec(new EventType("test.Measured", 3, Measured.class), Map.of()))
        .hasMessage("test.Measured has no upcast from version 1");
  }

  @Test
  void an_unknown_type_is_named_with_its_position() {
    Entry unknown = entry(LEAF.replace("test.Measured", "test.Weighed"));

    assertThatThrownBy(() -> Fixtures.codec().decode(unknown)).isInstanceOf(UnknownEventType.class)
        .hasMessageContaining("#7 test.Weighed: version 1 is not known here");
  }

  @Test
  void a_replay_may_carry_an_unknown_type_along() {
    Entry newer = entry(LEAF.replace("\"dataversion\":1", "\"dataversion\":9"));

    assertThat(Fixtures.codec().decodeCarryingUnknown(newer).event()).isInstanceOfSatisfying(OpaqueEvent.class, it -> {
      assertThat(it.name()).isEqualTo("test.Measured");
      assertThat(it.version()).isEqualTo(9);
      assertThat(it.json()).startsWith("{\"place\":\"yunqiyuan-west\"");
    });
  }

  @Test
  void a_key_that_stands_twice_makes_a_leaf_unreadable() {
    String twice = LEAF.replace("\"place\":\"yunqiyuan-west\",\"size\"",
        "\"place\":\"yunqiyuan-west\",\"place\":\"elsewhere\",\"size\"");

    assertThatThrownBy(() -> Fixtures.codec().decode(entry(twice))).isInstanceOf(CodecException.class)
        .hasMessageContaining("#7 test.Measured: the leaf cannot be read: Duplicate field 'place'");
    assertThatThrownBy(() -> Fixtures.codec().read(twice.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("Duplicate field 'place'");
  }

  @Test
  void a_leaf_of_another_ledger_is_refused() {
    String foreign = LEAF.replace("ledger.example.org/test", "ledger.example.org/other");

    assertThatThrownBy(() -> Fixtures.codec().decode(entry(foreign)))
        .hasMessageContaining("source is ledger.example.org/other instead of ledger.example.org/test");
  }

  @Test
  void damaged_leaves_are_named_never_misread() {
    for (String damaged : List.of("", "{", "[]", "null", LEAF.substring(0, 200), LEAF + "x",
        LEAF.replace("\"fact\":{", "\"fact\":[").replace(",\"header\"", "],\"header\""),
        LEAF.replace("2026-11-23T", "2026-13-23T"), LEAF.replace("09:00", "9:00"), LEAF.replace("cmd-1.0", "cmd-1"))) {
      assertThatThrownBy(() -> Fixtures.codec().decode(entry(damaged))).as(damaged)
          .isInstanceOf(CodecException.class).hasMessageContaining("#7");
    }
  }

  @Test
  void deep_verification_gets_what_stands_in_the_leaf() {
    Facts facts = Fixtures.codec().read(LEAF.getBytes(StandardCharsets.UTF_8));

    assertThat(facts.id()).isEqualTo("cmd-1.0");
    assertThat(facts.type()).isEqualTo("test.Measured");
    assertThat(facts.time()).isEqualTo("2026-11-23T09:00:00.000000Z");
    assertThat(facts.tags()).containsExactly("place:yunqiyuan-west");
    assertThat(facts.decisionHash()).hasSize(32).containsOnly(1);
  }

  @Test
  void an_event_that_does_not_fit_into_a_leaf_is_refused_before_anything_is_written() {
    Measured huge = new Measured(new PlaceId("p"), Tally.exact(1, Unit.ITEM), Optional.empty(),
        List.of("x".repeat(70_000)), Optional.empty());

    assertThatThrownBy(() -> draftOf(huge)).hasMessageContaining("65535 bytes");
  }

  private static Draft draftOf(Measured event) {
    return draftOf(event, Fixtures.HEADER, Optional.empty());
  }

  private static Draft draftOf(Measured event, Header header, Optional<EventId> corrects) {
    byte[] hash = new byte[32];
    java.util.Arrays.fill(hash, (byte) 1);
    return Fixtures.codec().encode(ID, event, header, corrects, event.tags(), hash);
  }

  private static byte[] stamped(Draft draft) {
    byte[] time = "2026-11-23T09:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(time, 0, draft.line(), draft.timeSlot(), time.length);
    return draft.line();
  }

  private static Entry entry(String leaf) {
    return new Entry(7, "test.Measured", leaf.getBytes(StandardCharsets.UTF_8));
  }

  private static org.communityledger.kernel.Header withoutToday() {
    return org.communityledger.kernel.Header.of(Fixtures.HEADER.command(), Fixtures.HEADER.actor(),
        Fixtures.HEADER.occurred(), Fixtures.HEADER.source());
  }
}
