package org.communityledger.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;

/** The kernel's values that are JSON strings. */
final class TextValues {
  private TextValues() {}

  /**
   * How a value of the type is read from its text; empty if the type is no such value.
   *
   * @throws IllegalArgumentException if it is an id that cannot be made from a text
   */
  static Optional<Function<String, Object>> parser(Class<?> type) {
    if (type == Party.class) {
      return Optional.of(Party::parse);
    }
    if (type == EventId.class) {
      return Optional.of(EventId::parse);
    }
    if (type == Tag.class) {
      return Optional.of(Tag::parse);
    }
    if (type == Unit.class) {
      return Optional.of(Unit::new);
    }
    return Id.class.isAssignableFrom(type) && type.isRecord() ? Optional.of(idParser(type)) : Optional.empty();
  }

  private static Function<String, Object> idParser(Class<?> type) {
    try {
      MethodHandle create = MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, String.class))
          .asType(MethodType.methodType(Object.class, String.class));
      return text -> invoke(create, text);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " must be a public record around one String, or have a reader of its own", e);
    }
  }

  private static Object invoke(MethodHandle create, String text) {
    try {
      return create.invokeExact(text);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
