package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.Function;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.jspecify.annotations.Nullable;

/** The kernel's values as JSON strings, and commands within commands by their stored name. */
final class KernelModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  private final transient CommandNames commands;
  private final transient SealedForm sealed;

  KernelModule(CommandNames commands, SealedForm sealed) {
    super("community-ledger-kernel");
    this.commands = commands;
    this.sealed = sealed;
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
  }

  private final class Writers extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription description) {
      Class<?> raw = type.getRawClass();
      if (raw == Party.class) {
        return new TextWriter<>(Party.class, it -> it.tag().toString());
      }
      if (Id.class.isAssignableFrom(raw)) {
        return new TextWriter<>(Id.class, Id::value);
      }
      if (raw == Tag.class) {
        return new TextWriter<>(Tag.class, Tag::toString);
      }
      if (raw == Unit.class) {
        return new TextWriter<>(Unit.class, Unit::code);
      }
      if (raw == Sealed.class) {
        return new SealedJson.Writer(type.containedTypeOrUnknown(0), sealed);
      }
      return raw == Command.class ? new CommandWriter() : null;
    }
  }

  private final class Readers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type,
        DeserializationConfig config,
        BeanDescription description) {
      Class<?> raw = type.getRawClass();
      if (raw == Sealed.class) {
        return new SealedJson.Reader(type.containedTypeOrUnknown(0), sealed);
      }
      return raw == Command.class
          ? new CommandReader()
          : TextValues.parser(raw).map(it -> new TextReader<>(raw, it)).orElse(null);
    }
  }

  private static final class TextWriter<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<T, String> text;

    TextWriter(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeString(text.apply(value));
    }
  }

  private static final class TextReader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    TextReader(Class<?> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson's fallback yields the declared type or throws
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(_valueClass, json);
      }
      String text = json.getText();
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw context.instantiationException(_valueClass, e);
      }
    }
  }

  private final class CommandWriter extends JsonSerializer<Command> {
    @Override
    public void serialize(Command command, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeStartObject();
      json.writeStringField("command", commands.nameOf(command.getClass()));
      json.writeFieldName("body");
      provider.findTypedValueSerializer(command.getClass(), true, null).serialize(command, json, provider);
      json.writeEndObject();
    }
  }

  private final class CommandReader extends JsonDeserializer<Command> {
    @Override
    public Command deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(json);
      JsonNode name = node.path("command");
      JsonNode body = node.path("body");
      if (!name.isTextual() || !body.isObject() || node.size() != 2) {
        return context.reportInputMismatch(Command.class,
            "a command within a command is {\"command\":\"<context>.<Name>\",\"body\":{…}}");
      }
      Class<? extends Command> type = commands.find(name.textValue()).orElse(null);
      if (type == null) {
        return context.reportInputMismatch(Command.class, "unknown command '%s'", name.textValue());
      }
      return context.readTreeAsValue(body, type);
    }
  }
}
