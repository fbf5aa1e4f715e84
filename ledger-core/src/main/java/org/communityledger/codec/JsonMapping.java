package org.communityledger.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How our records map to JSON. Fields stand in the order of the record; absent optional values and empty lists are
 * left out; ids, tags and units are strings. Reading is strict: no unknown, missing or duplicate fields, no nulls, no
 * text where a number belongs, no fractions.
 */
final class JsonMapping {
  private JsonMapping() {}

  static JsonMapper mapper(CommandNames commands, SealedForm sealed) {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(new KernelModule(commands, sealed))
        .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_ABSENT, Include.ALWAYS))
        // By declared type: a Party is written with its kind, a PersonId without.
        .enable(MapperFeature.USE_STATIC_TYPING)
        .accessorNaming(new OnlyComponents())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withConfigOverride(List.class, JsonMapping::emptyIsAbsent)
        .withConfigOverride(Set.class, JsonMapping::emptyIsAbsent)
        .withConfigOverride(Map.class, JsonMapping::emptyIsAbsent)
        .build();
  }

  private static void emptyIsAbsent(MutableConfigOverride list) {
    list.setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS));
    list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }
}
