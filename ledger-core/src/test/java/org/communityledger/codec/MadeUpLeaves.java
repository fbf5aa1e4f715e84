package org.communityledger.codec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.testing.Generated;

/** Made-up leaves of every registered type, of a few of the tests' own, and how they are read in both ways. */
final class MadeUpLeaves {
  static final List<EventType> OWN = List.of(
      new EventType("test.OfEverySort", 1, OfEverySort.class),
      new EventType("test.Nested", 1, Nested.class),
      new EventType("test.Reversed", 1, Reversed.class),
      new EventType("test.Empty", 1, Empty.class),
      new EventType("test.Grown", 2, Grown.class));
  private static final String ORIGIN = "ledger.example.org/\"test\"";

  final List<EventType> types = types();
  final PlainLeaves plain;
  final EventCodec codec;

  MadeUpLeaves() {
    EventTypes known = new EventTypes(types, Map.of(new EventTypes.Form("test.Grown", 1), fact -> {
      fact.set("name", fact.remove("title"));
      return fact;
    }));
    this.codec = new EventCodec(ORIGIN, known, Fixtures.commandNames());
    this.plain = new PlainLeaves("ledger.example.org/\\\"test\\\"", known);
  }

  private static List<EventType> types() {
    List<EventType> types = new ArrayList<>(OWN);
    Fixtures.contexts().forEach(it -> types.addAll(it.events()));
    return types;
  }

  Event event(Generated generated, EventType type) {
    return new MadeUpValues(generated).record(type.type());
  }

  /** A leaf around an event, with a made-up header and tags. */
  Entry leaf(Generated generated, Event event) {
    MadeUpValues values = new MadeUpValues(generated);
    Header header = values.record(Header.class);
    EventId id = generated.oneIn(2) ? new EventId(header.command(), 0) : values.record(EventId.class);
    Optional<EventId> corrects = generated.oneIn(4) ? Optional.of(values.record(EventId.class)) : Optional.empty();
    Draft draft = codec.encode(id, event, header, corrects, values.record(Tags.class).tags(), generated.bytes(32));
    byte[] time = ("20" + generated.number(10, 99) + "-11-23T09:00:00." + generated.number(100_000, 999_999) + "Z")
        .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(time, 0, draft.line(), draft.timeSlot(), time.length);
    return new Entry(generated.number(0, 1_000_000), draft.type(), draft.line());
  }

  record Tags(Set<Tag> some, Set<Tag> more, Set<Tag> evenMore, Set<Tag> most) {
    Set<Tag> tags() {
      Set<Tag> tags = new HashSet<>(some);
      tags.addAll(more);
      tags.addAll(evenMore);
      tags.addAll(most);
      return tags;
    }
  }

  interface WithoutTags extends Event {
    @Override
    default Set<Tag> tags() {
      return Set.of();
    }
  }

  record OfEverySort(String text, long number, int small, boolean truth, LocalDate day, Instant instant, Party party,
      EventId event, Tag tag, Unit unit, CaseId caseId, Stage stage, Tally tally, Optional<String> perhapsText,
      Optional<Long> perhapsNumber, Optional<Integer> perhapsSmall, Optional<Boolean> perhapsTruth,
      Optional<Instant> perhapsInstant, Optional<Inner> perhapsInner, List<String> texts, List<Long> numbers,
      List<Inner> inners, Set<Party> parties, Set<Stage> stages) implements WithoutTags {}

  record Inner(String name, Optional<Inmost> inmost, List<Boolean> truths) {}

  record Inmost(int number) {}

  /** What only Jackson reads. */
  record Nested(List<List<String>> lists, Map<String, Integer> counts) implements WithoutTags {}

  /** What Jackson has been told to write and read in another way. */
  record Reversed(
      @JsonSerialize(converter = Reversing.class) @JsonDeserialize(converter = Reversing.class) String name)
      implements
        WithoutTags {}

  static final class Reversing extends StdConverter<String, String> {
    @Override
    public String convert(String text) {
      return new StringBuilder(text).reverse().toString();
    }
  }

  record Empty() implements WithoutTags {}

  record Grown(String name, int number) implements WithoutTags {}
}
