package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.jspecify.annotations.Nullable;

/** What rows need beyond facts: events by stored name and version, sets and maps in one order, keys of maps as text. */
final class RowModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  private final transient EventTypes types;

  RowModule(EventTypes types) {
    super("community-ledger-rows");
    this.types = types;
    // Of ids around one string, Jackson makes and reads the text itself.
    addKey(Party.class, it -> it.tag().toString(), Party::parse);
    addKey(EventId.class, EventId::value, EventId::parse);
    addKey(Tag.class, Tag::toString, Tag::parse);
    addKey(Unit.class, Unit::code, Unit::new);
  }

  private <T> void addKey(Class<T> type, Function<T, String> text, Function<String, T> parse) {
    addKeySerializer(type, new JsonSerializer<T>() {
      @Override
      public void serialize(T key, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeFieldName(text.apply(key));
      }
    });
    addKeyDeserializer(type, new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
          return parse.apply(key);
        } catch (IllegalArgumentException e) {
          throw context.instantiationException(type, e);
        }
      }
    });
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new EventWriters());
    context.addDeserializers(new EventReaders());
    context.addBeanSerializerModifier(new InOrder());
  }

  /** Where a record is declared, its fields are enough; where an interface is, the name must tell which record it is. */
  private static boolean needsName(JavaType type) {
    return type.isInterface() && Event.class.isAssignableFrom(type.getRawClass());
  }

  private final class EventWriters extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription description) {
      return needsName(type) ? new EventWriter() : null;
    }
  }

  private final class EventReaders extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type,
        DeserializationConfig config,
        BeanDescription description) {
      return needsName(type) ? new EventReader(type.getRawClass()) : null;
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
    private final Class<?> declared;

    private EventReader(Class<?> declared) {
      this.declared = declared;
    }

    @Override
    public Event deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(json);
      String name = node.path("type").asText();
      int version = node.path("version").asInt();
      if (node.path("opaque").isTextual()) {
        return requireDeclared(new OpaqueEvent(name, version, node.path("opaque").textValue()), context);
      }
      EventType type = types.named(name).filter(it -> version >= 1 && version <= it.version()).orElse(null);
      if (type == null || !(node.path("fact") instanceof ObjectNode fact)) {
        return context.reportInputMismatch(declared, "no known event: '%s' version %d", name, version);
      }
      return requireDeclared(context.readTreeAsValue(types.lift(type, version, fact), type.type()), context);
    }

    private Event requireDeclared(Event event, DeserializationContext context) throws JsonMappingException {
      return declared.isInstance(event)
          ? event
          : context.reportInputMismatch(declared, "a %s stands where a %s belongs", event.getClass().getName(),
              declared.getName());
    }
  }

  /** Equal sets and maps may iterate in different orders, but equal rows must have the same bytes. */
  private static final class InOrder extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      return Set.class.isAssignableFrom(type.getRawClass()) ? new SetWriter(type.getContentType(), null) : serializer;
    }

    @Override
    public JsonSerializer<?> modifyMapSerializer(
        SerializationConfig config,
        MapType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      return new MapWriter(type, null, null);
    }
  }

  private static final class SetWriter extends JsonSerializer<Set<?>> implements ContextualSerializer {
    private final JavaType type;
    private final @Nullable JsonSerializer<Object> elements;

    private SetWriter(JavaType type, @Nullable JsonSerializer<Object> elements) {
      this.type = type;
      this.elements = elements;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
        throws JsonMappingException {
      return new SetWriter(type, provider.findContentValueSerializer(type, property));
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Set<?> set) {
      return set.isEmpty();
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider) throws IOException {
      List<String> texts = new ArrayList<>(set.size());
      for (Object each : set) {
        texts.add(text(json, inner -> found(elements).serialize(each, inner, provider)));
      }
      texts.sort(null);
      json.writeStartArray();
      for (String each : texts) {
        json.writeRawValue(each);
      }
      json.writeEndArray();
    }
  }

  private static final class MapWriter extends JsonSerializer<Map<?, ?>> implements ContextualSerializer {
    private final MapType type;
    private final @Nullable JsonSerializer<Object> keys;
    private final @Nullable JsonSerializer<Object> values;

    private MapWriter(MapType type, @Nullable JsonSerializer<Object> keys, @Nullable JsonSerializer<Object> values) {
      this.type = type;
      this.keys = keys;
      this.values = values;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
        throws JsonMappingException {
      return new MapWriter(type, provider.findKeySerializer(type.getKeyType(), property),
          provider.findContentValueSerializer(type.getContentType(), property));
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Map<?, ?> map) {
      return map.isEmpty();
    }

    @Override
    public void serialize(Map<?, ?> map, JsonGenerator json, SerializerProvider provider) throws IOException {
      TreeMap<String, Map.Entry<?, ?>> inOrder = new TreeMap<>();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        inOrder.put(text(json, inner -> {
          inner.writeStartObject();
          found(keys).serialize(each.getKey(), inner, provider);
          inner.writeNull();
          inner.writeEndObject();
        }), each);
      }
      if (inOrder.size() < map.size()) {
        throw JsonMappingException.from(json, "two keys of a map are written alike: " + map.keySet());
      }
      json.writeStartObject();
      for (Map.Entry<?, ?> each : inOrder.values()) {
        found(keys).serialize(each.getKey(), json, provider);
        found(values).serialize(each.getValue(), json, provider);
      }
      json.writeEndObject();
    }
  }

  private static JsonSerializer<Object> found(@Nullable JsonSerializer<Object> serializer) {
    if (serializer == null) {
      throw new IllegalStateException("Jackson asks for the serializers of its contents before it writes a collection");
    }
    return serializer;
  }

  private static String text(JsonGenerator json, Writing writing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator inner = json.getCodec().getFactory().createGenerator(text)) {
      writing.to(inner);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
