package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.communityledger.kernel.Sealed;

/**
 * Sealed values as JSON: {@code {"$sealed":{"k":<key>,"h":<hash>}}} where they are stored, the value itself where a caller
 * sends it. What is not of the form that belongs in a place is refused there, so that nothing is stored in the clear.
 */
final class SealedJson {
  static final String MARK = "$sealed";

  private SealedJson() {}

  static final class Writer extends JsonSerializer<Sealed<?>> {
    private final JavaType inside;
    private final SealedForm form;

    Writer(JavaType inside, SealedForm form) {
      this.inside = inside;
      this.form = form;
    }

    @Override
    public void serialize(Sealed<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
      switch (value) {
        case Sealed.Stored<?> stored -> {
          json.writeStartObject();
          json.writeObjectFieldStart(MARK);
          json.writeStringField("k", stored.key());
          json.writeStringField("h", stored.hash());
          json.writeEndObject();
          json.writeEndObject();
        }
        case Sealed.Given<?> given when form == SealedForm.GIVEN ->
          provider.findTypedValueSerializer(inside, true, null).serialize(given.value(), json, provider);
        case Sealed.Given<?> given ->
          throw new IllegalArgumentException(
              "A personal value would be written in the clear; it has to be sealed first");
      }
    }
  }

  static final class Reader extends JsonDeserializer<Sealed<?>> {
    private final JavaType inside;
    private final SealedForm form;

    Reader(JavaType inside, SealedForm form) {
      this.inside = inside;
      this.form = form;
    }

    @Override
    public Sealed<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return form == SealedForm.STORED ? stored(json, context) : given(json, context);
    }

    private static Sealed<?> stored(JsonParser json, DeserializationContext context) throws IOException {
      expect(json.hasToken(JsonToken.START_OBJECT) && MARK.equals(json.nextFieldName())
          && json.nextToken() == JsonToken.START_OBJECT && "k".equals(json.nextFieldName()), context);
      String key = json.nextTextValue();
      expect(key != null && "h".equals(json.nextFieldName()), context);
      String hash = json.nextTextValue();
      expect(hash != null && json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == JsonToken.END_OBJECT,
          context);
      try {
        return new Sealed.Stored<>(key, hash);
      } catch (IllegalArgumentException e) {
        throw context.instantiationException(Sealed.class, e);
      }
    }

    private static void expect(boolean condition, DeserializationContext context) throws IOException {
      if (!condition) {
        context.reportInputMismatch(Sealed.class,
            "a sealed value is stored as {\"$sealed\":{\"k\":<key>,\"h\":<hash>}}");
      }
    }

    private Sealed<?> given(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode tree = context.readTree(json); // not by the mapper, which takes the next member for a trailing token
      if (tree.isObject() && tree.get(MARK) != null) {
        return context.reportInputMismatch(Sealed.class, "a sealed value is sent in the clear, not as a reference");
      }
      try {
        return Sealed.of(context.readTreeAsValue(tree, inside));
      } catch (JsonMappingException e) { // whose message may show the value
        return context.reportInputMismatch(Sealed.class, "not well-formed %s; it is personal and not shown",
            inside.getRawClass() == String.class ? "text" : inside.getRawClass().getSimpleName());
      }
    }
  }
}
