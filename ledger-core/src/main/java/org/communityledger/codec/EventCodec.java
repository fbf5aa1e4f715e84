package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.communityledger.codec.CodecException.UnknownEventType;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as leaves and reads leaves as events. A leaf is one CloudEvents 1.0 event in structured JSON, UTF-8,
 * without white space, its fields in a fixed order.
 *
 * <p>Immutable and safe for many threads.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON
 *   format</a>
 */
public final class EventCodec implements LeafReader {
  private static final String TIME_SLOT = "0000-00-00T00:00:00.000000Z";

  private final String origin;
  private final String quotedOrigin;
  private final EventTypes types;
  private final JsonMapper mapper;
  private final ObjectReader trees;
  private final ObjectReader headers;
  private final ObjectWriter headerLines;
  private final RowCodec rows;
  private final PlainLeaves plainLeaves;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

  /**
   * A codec for one ledger.
   *
   * @param origin the ledger's origin, the {@code source} of every leaf
   * @param types the events it knows
   * @param commands the commands that events may carry
   */
  public EventCodec(String origin, EventTypes types, CommandNames commands) {
    this.origin = origin;
    this.quotedOrigin = quoted(origin);
    this.types = types;
    this.mapper = JsonMapping.mapper(commands, SealedForm.STORED);
    this.trees = readerFor(JsonNode.class);
    this.headers = readerFor(LeafHeader.class);
    this.headerLines = mapper.writerFor(LeafHeader.class);
    this.rows = new RowCodec(mapper, types);
    this.plainLeaves = new PlainLeaves(quotedOrigin, types);
  }

  /** The origin a leaf names, if it is readable at all. */
  public static Optional<String> findOrigin(byte[] leaf) {
    try {
      return Optional.of(new JsonMapper().readTree(leaf).path("source")).filter(JsonNode::isTextual)
          .map(JsonNode::textValue);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public EventTypes types() {
    return types;
  }

  /** How rows of views are written, with events under the same names as in leaves. */
  public RowCodec rows() {
    return rows;
  }

  /**
   * Writes an event as a leaf that lacks only its time.
   *
   * @param decisionHash SHA-256 of the decision record, 32 bytes
   * @throws IllegalArgumentException if the event's class is not registered or the leaf would exceed 65,535 bytes
   */
  public Draft encode(
      EventId id,
      Event event,
      Header header,
      Optional<EventId> corrects,
      Set<Tag> tags,
      byte[] decisionHash) {
    EventType type = types.of(event);
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    append(line, "{\"specversion\":\"1.0\",\"id\":\"" + id.value() + "\",\"source\":\"" + quotedOrigin
        + "\",\"type\":\"" + quoted(type.name()) + "\",\"dataversion\":" + type.version() + ",\"time\":\"");
    int timeSlot = line.size();
    append(line, TIME_SLOT + "\",\"datacontenttype\":\"application/json\",\"decisionhash\":\""
        + Base64.getUrlEncoder().withoutPadding().encodeToString(decisionHash) + "\",\"data\":{\"fact\":");
    append(line, writer(type.type()), event);
    append(line, ",\"header\":");
    append(line, headerLines, LeafHeader.of(header, corrects));
    List<String> tagTexts = tags.stream().map(Tag::toString).toList();
    append(line, ",\"tags\":[");
    for (int i = 0; i < tagTexts.size(); i++) {
      append(line, (i == 0 ? "\"" : ",\"") + quoted(tagTexts.get(i)) + "\"");
    }
    append(line, "]}}");
    return new Draft(type.name(), Set.copyOf(tagTexts), line.toByteArray(), timeSlot);
  }

  /**
   * Reads an entry.
   *
   * @throws UnknownEventType if the type or version is not registered
   * @throws CodecException if the leaf is not well-formed
   */
  public RecordedEvent decode(Entry entry) {
    return decode(entry, false);
  }

  /** Reads an entry; an event whose type or version is not registered is carried as {@link OpaqueEvent}. */
  public RecordedEvent decodeCarryingUnknown(Entry entry) {
    return decode(entry, true);
  }

  private RecordedEvent decode(Entry entry, boolean carryUnknown) {
    return plainLeaves.read(entry).orElseGet(() -> decodeAny(entry, carryUnknown));
  }

  /** Reads a leaf in whatever form; what it says counts, see ADR 0018. */
  RecordedEvent decodeAny(Entry entry, boolean carryUnknown) {
    try (JsonParser json = mapper.createParser(entry.leaf())) {
      Leaf leaf = new Leaf();
      readObject(json, field -> readMember(json, field, leaf, entry, carryUnknown));
      requireEnd(json);
      LeafHeader header = require(leaf.header, "header");
      return new RecordedEvent(entry.position(), EventId.parse(require(leaf.id, "id")),
          LeafTime.parse(require(leaf.time, "time")), header.header(), header.corrects(), require(leaf.tags, "tags"),
          require(leaf.event, "fact"));
    } catch (CodecException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new CodecException(entry.position(), entry.type(), "the leaf cannot be read: " + e.getMessage(), e);
    }
  }

  private void readMember(JsonParser json, String field, Leaf leaf, Entry entry, boolean carryUnknown)
      throws IOException {
    switch (field) {
      case "id" -> leaf.id = json.getText();
      case "type" -> leaf.type = json.getText();
      case "dataversion" -> leaf.version = json.getIntValue();
      case "time" -> leaf.time = json.getText();
      case "decisionhash" -> leaf.decisionHash = json.getText();
      case "data" -> readObject(json, inner -> {
        switch (inner) {
          case "fact" -> leaf.event = readFact(json, leaf, entry, carryUnknown);
          case "header" -> leaf.header = headers.readValue(json);
          case "tags" -> leaf.tags = readTags(json);
          default -> throw new IllegalArgumentException("unknown member data." + inner);
        }
      });
      case "specversion", "source", "datacontenttype" -> requireText(json, field);
      default -> throw new IllegalArgumentException("unknown member " + field);
    }
  }

  private void requireText(JsonParser json, String field) throws IOException {
    String expected = switch (field) {
      case "specversion" -> "1.0";
      case "source" -> origin;
      default -> "application/json";
    };
    if (!json.getText().equals(expected)) {
      throw new IllegalArgumentException(field + " is " + json.getText() + " instead of " + expected);
    }
  }

  private Event readFact(JsonParser json, Leaf leaf, Entry entry, boolean carryUnknown) throws IOException {
    String name = require(leaf.type, "type");
    EventType type = types.named(name).filter(it -> leaf.version >= 1 && leaf.version <= it.version()).orElse(null);
    if (type == null) {
      if (!carryUnknown) {
        throw new UnknownEventType(entry.position(), name, leaf.version);
      }
      return new OpaqueEvent(name, leaf.version, trees.readTree(json).toString());
    }
    ObjectReader reader = readers.computeIfAbsent(type.type(), this::readerFor);
    if (leaf.version == type.version()) {
      return reader.readValue(json);
    }
    JsonNode stored = trees.readTree(json);
    return reader.readValue(types.lift(type, leaf.version, (ObjectNode) stored));
  }

  /** Reads without decoding the fact; used by deep verification. */
  @Override
  public Facts read(byte[] bytes) {
    try (JsonParser json = mapper.createParser(bytes)) {
      Leaf leaf = new Leaf();
      readObject(json, field -> {
        if (field.equals("data")) {
          readObject(json, inner -> {
            if (inner.equals("tags")) {
              leaf.tags = readTags(json);
            } else {
              JsonNode member = trees.readTree(json);
              References.collect("/data/" + inner, member, leaf.references);
              if (inner.equals("header")) {
                leaf.command = require(member.path("command").textValue(), "command in the header");
              }
            }
          });
        } else {
          readMember(json, field, leaf, new Entry(0, "", bytes), true);
        }
      });
      requireEnd(json);
      String time = require(leaf.time, "time");
      LeafTime.parse(time);
      Set<String> tags = require(leaf.tags, "tags").stream().map(Tag::toString).collect(Collectors.toSet());
      return new Facts(require(leaf.id, "id"), require(leaf.command, "header"), require(leaf.type, "type"), time, tags,
          Base64.getUrlDecoder().decode(require(leaf.decisionHash, "decisionhash")), List.copyOf(leaf.references));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Tag> readTags(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "tags must be a list");
    Set<Tag> tags = new LinkedHashSet<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      tags.add(Tag.parse(json.getText()));
    }
    return tags;
  }

  private static void readObject(JsonParser json, Members members) throws IOException {
    if (json.currentToken() == null) {
      json.nextToken();
    }
    expect(json.currentToken() == JsonToken.START_OBJECT, "expected an object at " + json.currentLocation());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      members.read(field);
    }
  }

  private static void requireEnd(JsonParser json) throws IOException {
    expect(json.nextToken() == null, "something follows the leaf's object");
  }

  private static void expect(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static <T> T require(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("there is no " + field);
    }
    return value;
  }

  private ObjectReader readerFor(Class<?> type) {
    return mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private ObjectWriter writer(Class<?> type) {
    return writers.computeIfAbsent(type, mapper::writerFor);
  }

  private static void append(ByteArrayOutputStream line, String text) {
    line.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void append(ByteArrayOutputStream line, ObjectWriter writer, Object value) {
    try {
      writer.writeValue(line, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  /** What is collected while a leaf is read. */
  private static final class Leaf {
    private @Nullable String id;
    private @Nullable String type;
    private int version;
    private @Nullable String time;
    private @Nullable String decisionHash;
    private @Nullable Event event;
    private @Nullable LeafHeader header;
    private @Nullable Set<Tag> tags;
    /** Only of leaves read without decoding the fact. */
    private @Nullable String command;
    private final List<Reference> references = new ArrayList<>();
  }

  @FunctionalInterface
  private interface Members {
    void read(String field) throws IOException;
  }
}
