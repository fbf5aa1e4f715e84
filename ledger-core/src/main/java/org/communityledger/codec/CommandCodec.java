package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.MerkleHash;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands from lines of JSON, and writes decision records. A line is
 * {@code {"command":"cases.ReportCase","id":"…","header":{…},"body":{…}}}, its members in any order; a decision record is
 * the same with what the decision added.
 *
 * <p>Immutable and safe for many threads.
 */
public final class CommandCodec {
  /** The most bytes a line can have: its events have to fit into leaves. */
  public static final int MAX_LINE = 65_535;

  /** In the place of the rules' version: no rule was asked. */
  public static final String NO_RULES = "none";

  private static final Set<String> MEMBERS = new TreeSet<>(List.of("command", "id", "header", "body"));

  private final CommandNames names;
  private final JsonMapper mapper;
  private final Lines sending;
  private final Lines storing;

  public CommandCodec(CommandNames names) {
    this.names = names;
    this.mapper = JsonMapping.mapper(names, SealedForm.GIVEN);
    this.sending = new Lines(mapper);
    this.storing = new Lines(JsonMapping.mapper(names, SealedForm.STORED));
  }

  public CommandNames names() {
    return names;
  }

  /**
   * Reads one line.
   *
   * @throws InvalidCommand if it is not a command, with the place and what would be right
   */
  public Submission read(byte[] line) {
    if (line.length > MAX_LINE) {
      throw new InvalidCommand("", "the line is too long; at most " + MAX_LINE + " bytes are allowed");
    }
    JsonNode root = parse(line);
    if (!root.isObject()) {
      throw new InvalidCommand("", "a line is one JSON object {\"command\":…,\"id\":…,\"header\":{…},\"body\":{…}}");
    }
    root.fieldNames().forEachRemaining(field -> {
      if (!MEMBERS.contains(field)) {
        throw new InvalidCommand("/" + escaped(field), "no such field; a line has " + String.join(", ", MEMBERS));
      }
    });
    refuseNulls("", root);
    String name = text(root, "command");
    Class<? extends Command> type = names.find(name)
        .orElseThrow(() -> new InvalidCommand("/command",
            "unknown command '" + name + "'; known are " + String.join(", ", names.all())));
    CommandId id = id(text(root, "id"));
    SentHeader header = bind(root, "header", SentHeader.class);
    return new Submission(bind(root, "body", type), header(header, id));
  }

  private static Header header(SentHeader sent, CommandId id) {
    try {
      return sent.under(id);
    } catch (IllegalArgumentException e) {
      throw new InvalidCommand("/header", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes a stamped command as it was sent, once for its decision record and its digest.
   *
   * @throws java.io.UncheckedIOException if a personal value in it is not sealed
   */
  public Written write(Submission submission) {
    return new Written(line(submission, storing), submission.header().today().orElseThrow());
  }

  /** Writes what stands for a command where events were recorded without one. */
  public Written writeUnruled(Header header) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    append(line, "{\"command\":\"none\",\"id\":\"" + header.command() + "\",\"body\":{},\"header\":");
    append(line, storing.headers, SentHeader.of(header));
    return new Written(line.toByteArray(), header.today().orElseThrow());
  }

  /** What tells a resend of a command from another command under the same id: a digest of everything that was sent. */
  public byte[] digest(Submission submission) {
    return MerkleHash.plain(sent(submission));
  }

  /** A command as it was sent; immutable. */
  public static final class Written {
    private final byte[] sent;
    private final LocalDate today;

    private Written(byte[] sent, LocalDate today) {
      this.sent = sent;
      this.today = today;
    }

    /** See {@link CommandCodec#digest}. */
    public byte[] digest() {
      return MerkleHash.plain(sent);
    }

    /** The decision record: one line of JSON whose SHA-256 stands in each of the command's leaves. */
    public byte[] decisionRecord(long readTo, String rules) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(sent.length + 80);
      line.writeBytes(sent);
      append(line, ",\"today\":\"" + today + "\",\"readto\":" + readTo + ",\"rules\":\"" + rules + "\"}");
      return line.toByteArray();
    }
  }

  /** A command as it was sent: what its digest is made of. In the clear, if its personal values are. */
  public byte[] sent(Submission submission) {
    return line(submission, sending);
  }

  /** Writes lines with sealed values in one form. */
  private static final class Lines {
    private final JsonMapper mapper;
    private final ObjectWriter headers;
    private final Map<Class<?>, ObjectWriter> bodies = new ConcurrentHashMap<>();

    private Lines(JsonMapper mapper) {
      this.mapper = mapper;
      this.headers = mapper.writerFor(SentHeader.class);
    }

    private ObjectWriter bodyOf(Command command) {
      return bodies.computeIfAbsent(command.getClass(), mapper::writerFor);
    }
  }

  private byte[] line(Submission submission, Lines lines) {
    Command command = submission.command();
    Header header = submission.header();
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    append(line,
        "{\"command\":\"" + names.nameOf(command.getClass()) + "\",\"id\":\"" + header.command() + "\",\"body\":");
    append(line, lines.bodyOf(command), command);
    append(line, ",\"header\":");
    append(line, lines.headers, SentHeader.of(header));
    return line.toByteArray();
  }

  private JsonNode parse(byte[] line) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return mapper.readTree(text.toString());
    } catch (CharacterCodingException e) {
      throw new InvalidCommand("", "the line is not UTF-8");
    } catch (StreamReadException e) {
      String pointer = e.getProcessor() == null ? "" : e.getProcessor().getParsingContext().pathAsPointer().toString();
      if (e.getOriginalMessage().startsWith("Duplicate field")) {
        throw new InvalidCommand(pointer, "the field stands twice; keep one");
      }
      // Else not what the parser says: it shows what it found, which may be a part of a personal value.
      boolean isCut = e.getOriginalMessage().startsWith("Unexpected end-of-input");
      throw new InvalidCommand(pointer, "not valid JSON" + (isCut ? ": the line ends too early" : "") + columnOf(e));
    } catch (IOException e) {
      throw new InvalidCommand("", "not valid JSON: " + e.getClass().getSimpleName());
    }
  }

  private static String columnOf(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
  }

  private <T> T bind(JsonNode root, String member, Class<T> type) {
    JsonNode node = root.get(member);
    if (node == null) {
      throw new InvalidCommand("/" + member, "the field is missing");
    }
    if (!node.isObject()) {
      throw new InvalidCommand("/" + member, "expected an object, found " + shown(node));
    }
    try {
      return mapper.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw located("/" + member, node, e);
    }
  }

  private static InvalidCommand located(String base, JsonNode root, JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? pathOf(mapping) : "";
    String pointer = base + path;
    JsonNode found = root.at(path);
    return switch (e) {
      case UnrecognizedPropertyException unknown -> new InvalidCommand(pointer, "no such field; known are "
          + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
      case ValueInstantiationException instantiation when instantiation.getCause() != null ->
        new InvalidCommand(pointer,
            String.valueOf(instantiation.getCause().getMessage()));
      case MismatchedInputException mismatch when mismatch.getTargetType() == Sealed.class ->
        new InvalidCommand(pointer, mismatch.getOriginalMessage());
      case MismatchedInputException mismatch when found.isMissingNode() || found.isNull() -> new InvalidCommand(pointer,
          "the field is missing" + wanted(mismatch.getTargetType()));
      case MismatchedInputException mismatch -> new InvalidCommand(pointer,
          "expected " + kind(mismatch.getTargetType()) + ", found " + shown(found));
      default -> new InvalidCommand(pointer, e.getCause() instanceof InputCoercionException
          ? "the number is out of range: " + shown(found)
          : e.getOriginalMessage());
    };
  }

  private static String pathOf(JsonMappingException e) {
    return e.getPath().stream()
        .map(it -> "/" + (it.getFieldName() == null ? String.valueOf(it.getIndex()) : escaped(it.getFieldName())))
        .collect(Collectors.joining());
  }

  private static String wanted(@Nullable Class<?> type) {
    return type == null || type.isRecord() ? "" : "; expected " + kind(type);
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == LocalDate.class) {
      return "a date like \"2024-08-02\"";
    }
    if (type == java.time.Instant.class) {
      return "an instant like \"2024-08-02T09:00:00Z\"";
    }
    if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == String.class || org.communityledger.kernel.Id.class.isAssignableFrom(type)
        || type == org.communityledger.kernel.Unit.class) {
      return "text";
    }
    return "an object";
  }

  private static String shown(JsonNode node) {
    String json = node.toString();
    return json.length() > 60 ? json.substring(0, 60) + "…" : json;
  }

  private static void refuseNulls(String pointer, JsonNode node) {
    if (node.isNull()) {
      throw new InvalidCommand(pointer, "null says nothing; leave the field out");
    }
    node.properties().forEach(it -> refuseNulls(pointer + "/" + escaped(it.getKey()), it.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      refuseNulls(pointer + "/" + i, node.get(i));
    }
  }

  private static String escaped(String field) {
    return field.replace("~", "~0").replace("/", "~1");
  }

  private static String text(JsonNode root, String field) {
    JsonNode node = root.get(field);
    if (node == null) {
      throw new InvalidCommand("/" + field, "the field is missing; expected text");
    }
    if (!node.isTextual()) {
      throw new InvalidCommand("/" + field, "expected text, found " + shown(node));
    }
    return node.textValue();
  }

  private static CommandId id(String text) {
    try {
      return new CommandId(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidCommand("/id", String.valueOf(e.getMessage()));
    }
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

  /** A header as callers send it. */
  private record SentHeader(
      Actor actor,
      When occurred,
      Source source,
      Optional<Sealed<String>> reason,
      Optional<String> correlation,
      Optional<EventId> causation,
      Optional<Irregular> irregular) {
    static SentHeader of(Header header) {
      return new SentHeader(header.actor(), header.occurred(), header.source(), header.reason(), header.correlation(),
          header.causation(), header.irregular());
    }

    Header under(CommandId id) {
      return new Header(id, actor, occurred, source, reason, correlation, causation, irregular, Optional.empty());
    }
  }
}
