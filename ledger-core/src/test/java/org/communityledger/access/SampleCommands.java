package org.communityledger.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.LadderStage;
import org.communityledger.records.Claim;

/** Makes a well-formed command of any type, whatever it says. */
final class SampleCommands {
  /** Texts that some component or other accepts. */
  private static final List<String> TEXTS = List.of("leaning-wall", "ESTATE", "cases.CloseCase", "case");

  private SampleCommands() {}

  static <C extends Command> C of(Class<C> type) {
    return type.cast(record(type));
  }

  /** The same with these values wherever a component is of their type. */
  static <C extends Command> C with(Class<C> type, Object... given) {
    return type.cast(record(type, given));
  }

  private static Object record(Class<?> type, Object... given) {
    for (String text : TEXTS) {
      Optional<Object> made = record(type, text, given);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new AssertionError("No sample of " + type.getName() + "; add a text that its components accept");
  }

  private static Optional<Object> record(Class<?> type, String text, Object... given) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(
          constructor.newInstance(Arrays.stream(components).map(it -> value(it, text, given)).toArray()));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }

  private static Object value(RecordComponent component, String text, Object... given) {
    if (component.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] instanceof Class<?> each && isOfOneAtLeast(component, each)) {
      return List.of(value(each, text, given));
    }
    if (component.getName().equals("lines")) return List.of(AidLine.of("water", Tally.exact(1, Unit.ITEM)));
    if (component.getName().equals("purposes")) return List.of("participation");
    return value(component.getType(), text, given);
  }

  /** A batch has a command, a ladder a stage, and a decision somebody who made it. */
  private static boolean isOfOneAtLeast(RecordComponent component, Class<?> each) {
    return Command.class.isAssignableFrom(each) || each == LadderStage.class || component.getName().equals("deciders");
  }

  private static Object value(Class<?> type, String text, Object... given) {
    Optional<Object> fitting = Arrays.stream(given).filter(type::isInstance).findFirst();
    if (fitting.isPresent()) return fitting.get();
    if (type == String.class) return text;
    if (type == int.class || type == Integer.class) return 1;
    if (type == long.class || type == Long.class) return 1L;
    if (type == boolean.class || type == Boolean.class) return true;
    if (type == Optional.class) return Optional.empty();
    if (type == List.class) return List.of();
    if (type == Set.class) return Set.of();
    if (type == Map.class) return Map.of();
    if (type == LocalDate.class) return LocalDate.of(2024, 8, 2);
    if (type == When.class) return When.on(LocalDate.of(2024, 8, 2));
    if (type == Tally.class) return Tally.exact(1, Unit.PERSON);
    if (type == Party.class) return new PersonId("somebody");
    if (type == Unit.class) return Unit.PERSON;
    if (type == ConsentMatter.class) return ConsentMatter.ofBond("PAIRING");
    if (type == Tag.class) return new Tag("org", "somewhere");
    if (type == Claim.class) return Claim.of(Tally.exact(1, Unit.PERSON));
    if (type == Sealed.class) return Sealed.of("something");
    if (type.isEnum()) return type.getEnumConstants()[0];
    return record(type);
  }
}
