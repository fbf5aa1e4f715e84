package org.communityledger.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.communityledger.testing.Generated;

/** Made-up records of any class whose components are of the sorts that events have. Not thread-safe. */
final class MadeUpValues {
  private static final List<String> TEXTS = List.of("leaning-wall", "a", " ", "400多米", "Über", "😀", "a}b", "a\"b",
      "a\\b",
      "{\"x\":1}", "tab\there", "\u0000", "line\nbreak", "\uFFFD", "\u007F", "\u2028", "null", "true", "0",
      "0123456789abcdef".repeat(4), "long ".repeat(100));
  private static final int MOST_TRIES = 10_000;

  private final Generated generated;

  MadeUpValues(Generated generated) {
    this.generated = generated;
  }

  /** A record; what its constructor refuses is made up anew. */
  <T> T record(Class<T> type) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<T> made = tryRecord(type);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IllegalStateException("no way to make up a " + type.getName());
  }

  private <T> Optional<T> tryRecord(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = Stream.of(components).map(it -> value(it.getGenericType())).toArray();
    try {
      var canonical = type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType)
          .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return Optional.of(canonical.newInstance(values));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text();
    } else if (raw == long.class || raw == Long.class) {
      return number(Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (raw == int.class || raw == Integer.class) {
      return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (raw == boolean.class || raw == Boolean.class) {
      return generated.oneIn(2);
    } else if (raw == LocalDate.class) {
      return generated.oneIn(20) ? LocalDate.of(generated.number(-20_000, 20_000), 2, 28) : generated.day();
    } else if (raw == Instant.class) {
      return instant();
    } else if (raw == ZoneId.class) {
      return generated.oneOf(List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("UTC")));
    } else if (raw == Party.class) {
      return generated.party();
    } else if (raw == Unit.class) {
      return generated.oneOf(List.of(Unit.PERSON, Unit.METRE, new Unit("X_1")));
    } else if (raw == Tag.class) {
      return new Tag(generated.oneOf(List.of("place", "person", "k1")), generated.id() + ":" + generated.id());
    } else if (raw == EventId.class || !Id.class.isAssignableFrom(raw)) {
      return raw.isEnum() ? generated.oneOf(List.of(raw.getEnumConstants())) : record(raw);
    }
    return id(raw);
  }

  private Object id(Class<?> type) {
    try {
      return type.getConstructor(String.class).newInstance(generated.id());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object collection(Type type, Type[] contents) {
    if (type == Optional.class) {
      return generated.oneIn(2) ? Optional.empty() : Optional.of(value(contents[0]));
    } else if (type == List.class) {
      return list(contents[0]);
    } else if (type == Set.class) {
      return new HashSet<>(list(contents[0]));
    } else if (type == Map.class) {
      Map<Object, Object> map = new HashMap<>();
      list(contents[0]).forEach(it -> map.put(it, value(contents[1])));
      return map;
    }
    if (type == Sealed.class) {
      return reference();
    }
    throw new IllegalStateException("no way to make up a " + type);
  }

  <T> Sealed<T> reference() {
    return new Sealed.Stored<>(generated.id(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(generated.bytes(32)));
  }

  private List<Object> list(Type content) {
    List<Object> list = new ArrayList<>();
    for (int i = generated.number(0, 3); i > 0; i--) {
      list.add(value(content));
    }
    return list;
  }

  private Instant instant() {
    Instant instant = generated.instant();
    return switch (generated.number(0, 3)) {
      case 0 -> instant;
      case 1 -> Instant.ofEpochSecond(instant.getEpochSecond());
      case 2 -> Instant.ofEpochMilli(instant.toEpochMilli());
      default -> Instant.ofEpochSecond(instant.getEpochSecond() * generated.number(-100, 100));
    };
  }

  private long number(long least, long most) {
    return switch (generated.number(0, 9)) {
      case 0 -> least;
      case 1 -> most;
      case 2 -> -generated.number(1, 1_000);
      case 3 -> generated.number(0, most / 100);
      default -> generated.number(0, 100);
    };
  }

  private String text() {
    return generated.oneIn(12) ? generated.oneOf(TEXTS) : generated.id();
  }
}
