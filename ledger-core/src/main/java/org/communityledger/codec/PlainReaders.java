package org.communityledger.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.When;

/**
 * Makes readers of the plain form for records of texts, numbers, dates, code words and the kernel's values, of records of
 * these, and of optionals, lists and sets of them. Of everything else it says that there is no such reader, also of what
 * is annotated, since Jackson may have been told to read it in another way. Safe for many threads.
 */
final class PlainReaders {
  private static final byte[] TRUE = PlainJson.literal("true");
  private static final byte[] FALSE = PlainJson.literal("false");
  private static final byte[] KEY_OF_SEALED = PlainJson.literal("{\"$sealed\":{\"k\":");
  private static final byte[] HASH_OF_SEALED = PlainJson.literal(",\"h\":");
  private static final byte[] END_OF_SEALED = PlainJson.literal("}}");
  private static final int DAY_LENGTH = "2024-08-02".length();

  /** Records of which the same recur as a whole. */
  private static final Set<Class<?>> RECURRING = Set.of(Actor.class, When.class);

  private final Map<Class<?>, Optional<PlainReader<?>>> made = new HashMap<>();

  /** A reader of values of the type; empty if there is none. */
  synchronized Optional<PlainReader<?>> of(Type type) {
    if (type instanceof Class<?> raw) {
      return ofClass(raw);
    }
    return type instanceof ParameterizedType generic
        ? ofGeneric(generic.getRawType(), generic.getActualTypeArguments()[0])
        : Optional.empty();
  }

  private Optional<PlainReader<?>> ofGeneric(Type raw, Type content) {
    if (raw == Optional.class) {
      return of(content).map(PossiblyAbsent::new);
    }
    if (raw == List.class) {
      return of(content).map(ListReader::new);
    }
    if (raw == Set.class) {
      return of(content).map(SetReader::new);
    }
    return raw == Sealed.class ? Optional.of(PlainReaders::reference) : Optional.empty();
  }

  private Optional<PlainReader<?>> ofClass(Class<?> type) {
    Optional<PlainReader<?>> known = made.get(type);
    if (known == null) {
      made.put(type, Optional.empty()); // in case the type contains itself
      known = make(type);
      made.put(type, known);
    }
    return known;
  }

  private Optional<PlainReader<?>> make(Class<?> type) {
    if (type == String.class) {
      return recurringText(text -> text);
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(json -> json.number(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (type == int.class || type == Integer.class) {
      return Optional.of(json -> (int) json.number(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(PlainReaders::truth);
    }
    if (type == LocalDate.class) {
      return recurringText(PlainReaders::day);
    }
    if (type == Instant.class) {
      return Optional.of(json -> instant(json.text()));
    }
    Optional<Function<String, Object>> parser = TextValues.parser(type);
    if (parser.isPresent()) {
      return recurringText(parser.get());
    }
    if (isAnnotated(type)) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return recurringText(constants(type));
    }
    return type.isRecord() ? record(type) : Optional.empty();
  }

  private static Optional<PlainReader<?>> recurringText(Function<String, ?> parse) {
    return Optional.of(new Recurring<>(json -> parse.apply(json.text()), '"'));
  }

  private static boolean truth(PlainJson json) {
    if (json.skips(TRUE)) {
      return true;
    }
    json.expect(FALSE);
    return false;
  }

  static <T> Sealed<T> reference(PlainJson json) {
    json.expect(KEY_OF_SEALED);
    String key = json.text();
    json.expect(HASH_OF_SEALED);
    String hash = json.text();
    json.expect(END_OF_SEALED);
    return new Sealed.Stored<>(key, hash);
  }

  private static LocalDate day(String text) {
    if (text.length() != DAY_LENGTH) {
      throw PlainJson.unusual();
    }
    return LocalDate.parse(text);
  }

  private static Instant instant(String text) {
    if (!text.endsWith("Z")) {
      throw PlainJson.unusual();
    }
    return Instant.parse(text);
  }

  private static Function<String, Object> constants(Class<?> type) {
    Map<String, Object> byName = Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(it -> ((Enum<?>) it).name(), it -> it));
    return name -> {
      Object constant = byName.get(name);
      if (constant == null) {
        throw PlainJson.unusual();
      }
      return constant;
    };
  }

  private Optional<PlainReader<?>> record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<PlainRecord.Member> members = new ArrayList<>();
    for (RecordComponent each : components) {
      Optional<PlainReader<?>> value = of(each.getGenericType());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      members.add(PlainRecord.Member.of(each.getName(), value.get()));
    }
    Optional<MethodHandle> create = components.length == 0 ? Optional.empty() : constructor(type, components);
    return create.map(it -> new PlainRecord(members, it))
        .map(it -> RECURRING.contains(type) ? new Recurring<>(it, '}') : it);
  }

  private static Optional<MethodHandle> constructor(Class<?> type, RecordComponent[] components) {
    try {
      Constructor<?> canonical = type
          .getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      if (!canonical.trySetAccessible()) {
        return Optional.empty();
      }
      return Optional.of(MethodHandles.lookup().unreflectConstructor(canonical)
          .asSpreader(Object[].class, components.length)
          .asType(MethodType.methodType(Object.class, Object[].class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  private static boolean isAnnotated(Class<?> type) {
    Stream<? extends AnnotatedElement> members = Stream
        .of(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()),
            Stream.of(type.getDeclaredConstructors()),
            Stream.of(type.getDeclaredConstructors()).flatMap(it -> Stream.of(it.getParameters())))
        .flatMap(it -> it);
    return Stream.concat(Stream.of(type), members).anyMatch(it -> it.getAnnotations().length > 0)
        || Stream.of(type.getInterfaces()).anyMatch(PlainReaders::isAnnotated);
  }

  private record PossiblyAbsent(PlainReader<?> content) implements PlainReader<Optional<?>> {
    @Override
    public Optional<?> read(PlainJson json) {
      return Optional.of(content.read(json));
    }

    @Override
    public Optional<?> absent() {
      return Optional.empty();
    }
  }

  private record ListReader(PlainReader<?> content) implements PlainReader<List<?>> {
    @Override
    public List<?> read(PlainJson json) {
      List<Object> list = new ArrayList<>();
      json.expect('[');
      while (!json.skips(']')) {
        if (!list.isEmpty()) {
          json.expect(',');
        }
        list.add(content.read(json));
      }
      return list;
    }

    @Override
    public List<?> absent() {
      return List.of();
    }
  }

  private record SetReader(ListReader content) implements PlainReader<Set<?>> {
    private SetReader(PlainReader<?> content) {
      this(new ListReader(content));
    }

    @Override
    public Set<?> read(PlainJson json) {
      return new HashSet<>(content.read(json));
    }

    @Override
    public Set<?> absent() {
      return Set.of();
    }
  }
}
