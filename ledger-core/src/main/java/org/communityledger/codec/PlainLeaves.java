package org.communityledger.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.log.Entry;

/**
 * Reads leaves in the plain form, several times as fast as any general reader: it knows what must come next, down to the
 * order of members, so that it looks nothing up and a member that stands twice is simply not what comes next. What it
 * reads is what Jackson reads from the same leaf; what it does not know how to read, it leaves to Jackson (ADR 0018). Safe
 * for many threads.
 */
final class PlainLeaves {
  /** The most bytes a written leaf has. */
  private static final int MOST = 65_535;

  private static final byte[] ID = PlainJson.literal("{\"specversion\":\"1.0\",\"id\":");
  private static final byte[] VERSION = PlainJson.literal(",\"dataversion\":");
  private static final byte[] TIME = PlainJson.literal(",\"time\":");
  private static final byte[] DECISION_HASH = PlainJson
      .literal(",\"datacontenttype\":\"application/json\",\"decisionhash\":");
  private static final byte[] FACT = PlainJson.literal(",\"data\":{\"fact\":");
  private static final byte[] COMMAND = PlainJson.literal(",\"header\":{\"command\":");
  private static final byte[] ACTOR = PlainJson.literal(",\"actor\":");
  private static final byte[] OCCURRED = PlainJson.literal(",\"occurred\":");
  private static final byte[] SOURCE = PlainJson.literal(",\"source\":");
  private static final byte[] REASON = PlainJson.literal(",\"reason\":");
  private static final byte[] CORRELATION = PlainJson.literal(",\"correlation\":");
  private static final byte[] CAUSATION = PlainJson.literal(",\"causation\":");
  private static final byte[] CORRECTS = PlainJson.literal(",\"corrects\":");
  private static final byte[] IRREGULAR = PlainJson.literal(",\"irregular\":");
  private static final byte[] TAGS = PlainJson.literal("},\"tags\":[");
  private static final byte[] END = PlainJson.literal("]}}");

  private final byte[] originAndType;
  private final EventTypes types;
  private final PlainReaders readers = new PlainReaders();
  private final PlainReader<Facts> facts = new Recurring<>(json -> facts(json.text()), '"');
  private final PlainReader<EventId> ids = reader(EventId.class);
  private final PlainReader<Actor> actors = reader(Actor.class);
  private final PlainReader<When> dates = reader(When.class);
  private final PlainReader<Source> sources = reader(Source.class);
  private final PlainReader<Irregular> irregulars = reader(Irregular.class);

  /**
   * A reader of one ledger's leaves.
   *
   * @param quotedOrigin the ledger's origin as it stands between quotation marks
   */
  PlainLeaves(String quotedOrigin, EventTypes types) {
    this.originAndType = PlainJson.literal(",\"source\":\"" + quotedOrigin + "\",\"type\":");
    this.types = types;
  }

  /** The facts of one type in its current form. */
  private record Facts(int version, PlainReader<?> reader) {}

  @SuppressWarnings("unchecked") // a reader reads values of the class for which it was made
  private <T> PlainReader<T> reader(Class<T> type) {
    return (PlainReader<T>) readers.of(type).orElseThrow();
  }

  private Facts facts(String name) {
    EventType type = types.named(name).orElseThrow(PlainJson::unusual);
    return new Facts(type.version(), readers.of(type.type()).orElseThrow(PlainJson::unusual));
  }

  /** The entry's event; empty if only Jackson can read it, or nobody can. */
  Optional<RecordedEvent> read(Entry entry) {
    if (entry.leaf().length > MOST) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(entry.position(), new PlainJson(entry.leaf())));
    } catch (RuntimeException e) {
      return Optional.empty(); // whatever is wrong with it, Jackson says it better
    }
  }

  private RecordedEvent read(long position, PlainJson json) {
    json.expect(ID);
    EventId id = ids.read(json);
    json.expect(originAndType);
    Facts type = facts.read(json);
    json.expect(VERSION);
    json.number(type.version, type.version);
    json.expect(TIME);
    Instant time = LeafTime.parse(json.text());
    json.expect(DECISION_HASH);
    json.skipAscii();
    json.expect(FACT);
    Event event = (Event) type.reader.read(json);
    Header header = header(json, id.command());
    Optional<EventId> corrects = json.skips(CORRECTS) ? Optional.of(ids.read(json)) : Optional.empty();
    Header whole = json.skips(IRREGULAR) ? header.irregular(irregulars.read(json)) : header;
    return new RecordedEvent(position, id, time, whole, corrects, tags(json), event);
  }

  /** Reads a header up to what it corrects, which belongs to the event. */
  private Header header(PlainJson json, CommandId likely) {
    json.expect(COMMAND);
    CommandId command = json.skipsText(likely.value()) ? likely : new CommandId(json.text());
    json.expect(ACTOR);
    Actor actor = actors.read(json);
    json.expect(OCCURRED);
    When occurred = dates.read(json);
    json.expect(SOURCE);
    Source source = sources.read(json);
    Optional<Sealed<String>> reason = json.skips(REASON) ? Optional.of(PlainReaders.reference(json)) : Optional.empty();
    Optional<String> correlation = json.skips(CORRELATION) ? Optional.of(json.text()) : Optional.empty();
    Optional<EventId> causation = json.skips(CAUSATION) ? Optional.of(ids.read(json)) : Optional.empty();
    return new Header(command, actor, occurred, source, reason, correlation, causation, Optional.empty(),
        Optional.empty());
  }

  private static Set<Tag> tags(PlainJson json) {
    json.expect(TAGS);
    if (json.skips(END)) {
      json.expectEnd();
      return Set.of();
    }
    List<String> tags = new ArrayList<>();
    do {
      tags.add(json.text());
    } while (json.skips(','));
    json.expect(END);
    json.expectEnd();
    return Tag.parseAll(tags);
  }
}
