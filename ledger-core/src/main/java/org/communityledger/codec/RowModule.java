package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
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
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.OpaqueEvent;
import org.jspecify.annotations.Nullable;

/** Events within rows, by their stored name and version. */
final class RowModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  private final transient EventTypes types;

  RowModule(EventTypes types) {
    super("community-ledger-rows");
    this.types = types;
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
  }

  /** Where a record is declared, its fields are enough; where an interface is, the name must tell which record it is. */
  private static boolean needsName(JavaType type) {
    return type.isInterface() && Event.class.isAssignableFrom(type.getRawClass());
  }

  private final class Writers extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription description) {
      return needsName(type) ? new EventWriter() : null;
    }
  }

  private final class Readers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type,
        DeserializationConfig config,
        BeanDescription description) {
      return needsName(type) ? new EventReader() : null;
    }
  }

  private final class EventWriter extends JsonSerializer<Event> {
    @Override
    public void serialize(Event event, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeStartObject();
      if (event instanceof OpaqueEvent opaque) {
        json.writeStringField("type", opaque.name());
        json.writeNumberField("version", opaque.version());
        json.writeStringField("opaque", opaque.json());
      } else {
        EventType type = types.of(event);
        json.writeStringField("type", type.name());
        json.writeNumberField("version", type.version());
        json.writeFieldName("fact");
        provider.findTypedValueSerializer(type.type(), true, null).serialize(event, json, provider);
      }
      json.writeEndObject();
    }
  }

  private final class EventReader extends JsonDeserializer<Event> {
    @Override
    public Event deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(json);
      String name = node.path("type").asText();
      int version = node.path("version").asInt();
      if (node.path("opaque").isTextual()) {
        return new OpaqueEvent(name, version, node.path("opaque").textValue());
      }
      EventType type = types.named(name).filter(it -> version >= 1 && version <= it.version()).orElse(null);
      if (type == null || !(node.path("fact") instanceof ObjectNode fact)) {
        return context.reportInputMismatch(Event.class, "not a known event: '%s', version %d", name, version);
      }
      return context.readTreeAsValue(types.lift(type, version, fact), type.type());
    }
  }
}
