package org.communityledger.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds and exchanges the {@link Sealed} values of commands and events: those that are components of the record, also in
 * an {@code Optional} or a {@code List}, and those of records and commands within it. Whose key seals a value is asked of
 * the innermost {@link Personal} record around it.
 *
 * <p>A place is named by a JSON pointer into the record as it is written: {@code /narrative},
 * {@code /replacements/0/command/body/narrative}. Thread-safe.
 */
public final class SealedValues {
  private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
    @Override
    protected Shape computeValue(Class<?> type) {
      return Shape.of(type);
    }
  };

  private SealedValues() {}

  /** What becomes of a sealed value. */
  @FunctionalInterface
  public interface Exchange {
    /**
     * Returns what stands in the value's place, or the value itself.
     *
     * @param pointer where it stands
     * @param sealedFor whose key seals it
     * @param value the value
     */
    Sealed<?> exchange(String pointer, SealedFor sealedFor, Sealed<?> value);
  }

  /** Whether a record of this type can hold sealed values. */
  public static boolean canBeIn(Class<?> type) {
    return SHAPES.get(type).holdsSealed;
  }

  /**
   * The record with its sealed values exchanged; the same one if none was.
   *
   * @param pointer where the record itself stands, empty for the root
   * @throws IllegalArgumentException if a sealed value stands in no {@link Personal} record
   */
  @SuppressWarnings("unchecked") // a record is rebuilt by its own constructor
  public static <T> T exchanged(T record, String pointer, Exchange exchange) {
    return canBeIn(record.getClass()) ? (T) new Walk(exchange).record(record, pointer, null, null) : record;
  }

  /** For whom and what values are sealed in the record, in order of place. */
  public static Set<SealedFor> in(Object record) {
    Set<SealedFor> found = new LinkedHashSet<>();
    exchanged(record, "", (pointer, sealedFor, value) -> {
      found.add(sealedFor);
      return value;
    });
    return found;
  }

  /**
   * Whose key seals the reason given with a command, and the reason why it is irregular: that of the command's values, or else that of what it is about, or
   * else a key of this command alone.
   */
  public static SealedFor ofReason(Command command, CommandId id) {
    return switch (command) {
      case Personal personal -> personal.sealedFor("reason");
      case About about -> SealedFor.of(about.subject(), "REASON");
      default -> SealedFor.of(id, "REASON");
    };
  }

  /** For whom and what values are sealed in the command and its header. */
  public static Set<SealedFor> in(Command command, Header header) {
    if (!header.bringsWords()) {
      return canBeIn(command.getClass()) ? in(command) : Set.of();
    }
    Set<SealedFor> found = new LinkedHashSet<>(in(command));
    found.add(ofReason(command, header.command()));
    return found;
  }

  /** One pass over one record. */
  private record Walk(Exchange exchange) {
    Object record(Object record, String pointer, @Nullable Personal around, @Nullable String member) {
      Shape shape = SHAPES.get(record.getClass());
      if (!shape.holdsSealed) {
        return record;
      }
      Personal owner = record instanceof Personal personal ? personal : around;
      @Nullable
      Object[] values = new Object[shape.components.size()];
      boolean changed = false;
      for (int i = 0; i < values.length; i++) {
        Component component = shape.components.get(i);
        Object value = component.of(record);
        values[i] = component.holdsSealed
            ? value(value, pointer + "/" + component.name, owner, record instanceof Personal ? component.name : member)
            : value;
        changed |= !Objects.equals(values[i], value);
      }
      return changed ? shape.create(values) : record;
    }

    private @Nullable Object value(
        @Nullable Object value,
        String pointer,
        @Nullable Personal owner,
        @Nullable String member) {
      return switch (value) {
        case null -> null;
        case Sealed<?> sealed -> {
          if (owner == null || member == null) {
            throw new IllegalArgumentException("The value at " + pointer
                + " is sealed, but the record around it does not say for whom; let it implement Personal");
          }
          yield exchange.exchange(pointer, owner.sealedFor(member), sealed);
        }
        case Optional<?> optional -> optional(optional, pointer, owner, member);
        case List<?> list -> list(list, pointer, owner, member);
        case Command command -> record(command, pointer + "/body", owner, member);
        case Record record -> record(record, pointer, owner, member);
        default -> value;
      };
    }

    private Optional<?> optional(
        Optional<?> optional,
        String pointer,
        @Nullable Personal owner,
        @Nullable String member) {
      if (optional.isEmpty()) {
        return optional;
      }
      Object inside = value(optional.get(), pointer, owner, member);
      return optional.get().equals(inside) ? optional : Optional.ofNullable(inside);
    }

    private List<?> list(List<?> list, String pointer, @Nullable Personal owner, @Nullable String member) {
      List<@Nullable Object> values = new ArrayList<>(list.size());
      boolean changed = false;
      for (Object each : list) {
        Object value = value(each, pointer + "/" + values.size(), owner, member);
        changed |= !Objects.equals(value, each);
        values.add(value);
      }
      return changed ? values : list;
    }
  }

  /** How a type of record is taken apart and put together. */
  private record Shape(boolean holdsSealed, List<Component> components, @Nullable MethodHandle constructor) {
    static final Shape OTHER = new Shape(false, List.of(), null);

    static Shape of(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      if (parts == null || !holdsSealed(type, new LinkedHashSet<>())) {
        return OTHER;
      }
      List<Component> components = new ArrayList<>();
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        components.add(Component.of(parts[i], holdsSealed(parts[i].getGenericType(), new LinkedHashSet<>())));
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(true, components, MethodHandles.lookup().unreflectConstructor(constructor)
            .asSpreader(Object[].class, parts.length).asType(MethodType.methodType(Object.class, Object[].class)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(type.getName() + " cannot be put together: " + e, e);
      }
    }

    private static boolean holdsSealed(Type type, Set<Class<?>> seen) {
      return switch (type) {
        case ParameterizedType generic -> {
          boolean inside = false;
          for (Type each : generic.getActualTypeArguments()) {
            inside |= holdsSealed(each, seen);
          }
          yield inside || holdsSealed(generic.getRawType(), seen);
        }
        case Class<?> raw -> isSealed(raw) || raw == Command.class || (seen.add(raw) && partsHoldSealed(raw, seen));
        default -> false;
      };
    }

    private static boolean isSealed(Class<?> raw) {
      return Sealed.class.isAssignableFrom(raw);
    }

    private static boolean partsHoldSealed(Class<?> raw, Set<Class<?>> seen) {
      boolean found = false;
      if (raw.isRecord()) {
        for (RecordComponent each : raw.getRecordComponents()) {
          found |= holdsSealed(each.getGenericType(), seen);
        }
      } else if (raw.isSealed()) {
        for (Class<?> each : raw.getPermittedSubclasses()) {
          found |= holdsSealed(each, seen);
        }
      }
      return found;
    }

    Object create(@Nullable Object[] values) {
      return invoked(() -> (Object) Objects.requireNonNull(constructor).invokeExact(values));
    }
  }

  private record Component(String name, boolean holdsSealed, MethodHandle accessor) {
    static Component of(RecordComponent part, boolean holdsSealed) {
      try {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        return new Component(part.getName(), holdsSealed,
            MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class)));
      } catch (IllegalAccessException e) {
        throw new IllegalArgumentException(part + " cannot be read: " + e, e);
      }
    }

    Object of(Object record) {
      return invoked(() -> (Object) accessor.invokeExact(record));
    }
  }

  @FunctionalInterface
  private interface Call {
    Object call() throws Throwable;
  }

  private static Object invoked(Call call) {
    try {
      return call.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // accessors and constructors of records throw no checked exceptions
    }
  }
}
