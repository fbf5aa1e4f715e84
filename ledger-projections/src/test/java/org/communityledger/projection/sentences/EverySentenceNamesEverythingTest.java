package org.communityledger.projection.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.AidRules;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.cases.CaseRules;
import org.communityledger.decide.Context;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of every event with distinct values; whatever value is changed, the sentence must say so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EverySentenceNamesEverythingTest {
  private static final Header HEADER = Header.of(new CommandId("c1"),
      Actor.of(new PersonId("liu"), "grid worker").onBehalfOf(new OrgId("kaiyuan")),
      When.on(LocalDate.of(2024, 8, 2)), Source.of(Source.Kind.PRESS, "page"));

  static Stream<Class<? extends Event>> everyType() {
    Stream<EventType> contexts = Stream
        .of(Context.KERNEL, PartyRules.CONTEXT, RecordsRules.CONTEXT, PlaceRules.CONTEXT, ActivityRules.CONTEXT,
            AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT)
        .flatMap(it -> it.events().stream());
    return Stream.concat(Stream.of(OpaqueEvent.class), contexts.map(EventType::type));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void every_value_of_a_fact_changes_its_sentence_in_both_languages(Class<? extends Event> type) {
    for (Language language : Language.values()) {
      Values values = new Values();
      String sentence = sentence(language, values.event(type));
      assertThat(sentence).doesNotContain("Optional", "null", "[", "Sealed", "AAAA");
      for (int i = 0; i < type.getRecordComponents().length; i++) {
        RecordComponent component = type.getRecordComponents()[i];
        for (int other = 1; other <= values.variants(component.getGenericType()); other++) {
          assertThat(sentence(language, new Values().changing(i, other).event(type)))
              .as("%s.%s, variant %d, in %s", type.getSimpleName(), component.getName(), other, language)
              .isNotEqualTo(sentence);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void the_text_of_every_id_and_word_stands_in_the_sentence(Class<? extends Event> type) {
    for (Language language : Language.values()) {
      Values values = new Values();
      assertThat(sentence(language, values.event(type))).contains(values.texts);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_sentence_names_the_actor_and_the_organisation_acted_for(Language language) {
    everyType().forEach(type -> assertThat(sentence(language, new Values().event(type)))
        .contains("liu", "grid worker", "kaiyuan", language == Language.ENGLISH ? "2 August 2024" : "2024年8月2日")
        .endsWith(language == Language.ENGLISH ? "." : "。"));
  }

  private static String sentence(Language language, Event event) {
    return Sentences.in(language).of(new RecordedEvent(7, new EventId(new CommandId("c1"), 0), Instant.EPOCH, HEADER,
        Optional.empty(), Set.of(), event));
  }

  /** Makes records whose values are all different; one component can be given another value. */
  private static final class Values {
    private final List<String> texts = new ArrayList<>();
    private int count;
    private int changed = -1;
    private int variant;

    Values changing(int component, int toVariant) {
      changed = component;
      variant = toVariant;
      return this;
    }

    /** How many other values are tried: for something optional also none, for a code word all the others. */
    int variants(Type type) {
      if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
        return 1 + variants(optional.getActualTypeArguments()[0]);
      }
      if (type instanceof ParameterizedType sealed && sealed.getRawType() == Sealed.class) {
        return 0; // of a sealed value a sentence says no more than that it is there
      }
      if (type == Claim.class) {
        return 2;
      }
      return type instanceof Class<?> word && word.isEnum() ? word.getEnumConstants().length - 1 : 1;
    }

    Event event(Class<? extends Event> type) {
      return type.cast(record(type, true, 0));
    }

    private Object record(Class<?> type, boolean outermost, int other) {
      RecordComponent[] components = type.getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        if (outermost) {
          count = 50 * i; // a component without a value must not shift the values of the others
        }
        values[i] = value(components[i].getGenericType(), outermost && i == changed ? variant : other);
      }
      try {
        var constructor = type.getDeclaredConstructor(
            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " cannot be made", e);
      }
    }

    private Object value(Type type, int other) {
      int number = ++count + 1_000 * other;
      if (type instanceof ParameterizedType generic) {
        Type element = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
          boolean none = other > variants(element);
          return none ? Optional.empty() : Optional.of(value(element, other));
        }
        if (generic.getRawType() == Sealed.class) {
          return new Sealed.Stored<>("key-" + number, "A".repeat(43));
        }
        return generic.getRawType() == Map.class
            ? Map.of(text("key", number), number)
            : List.of(value(element, other), value(element, other));
      }
      Class<?> simple = (Class<?>) type;
      if (simple.isEnum()) {
        return simple.getEnumConstants()[other];
      }
      if (simple == String.class) {
        return text("word", number);
      }
      if (simple == int.class || simple == Integer.class) {
        texts.add(String.valueOf(number));
        return number;
      }
      if (simple == long.class || simple == Long.class) {
        texts.add(String.valueOf(number));
        return (long) number;
      }
      if (simple == boolean.class || simple == Boolean.class) {
        return other == 0;
      }
      if (simple == LocalDate.class) {
        return LocalDate.of(2025, 1, 1).plusDays(number);
      }
      if (simple == When.class) {
        return When.on(LocalDate.of(2025, 1, 1).plusDays(number)).asStated(text("stated", number));
      }
      if (simple == ZoneId.class) {
        return ZoneId.of(other == 0 ? "Asia/Shanghai" : "Europe/Berlin");
      }
      if (simple == Tally.class) {
        return Tally.atLeast(number, Unit.METRE).asStated(text("stated", number));
      }
      if (simple == Tag.class) {
        return Tag.parse("case:" + text("tagged", number));
      }
      if (simple == Claim.class) {
        return switch (other) {
          case 0 -> Claim.of(Tally.exact(number, Unit.METRE).asStated(text("part", number)));
          case 1 -> Claim.of(new Ratio(Tally.exact(number, Unit.METRE).asStated(text("part", number)),
              Tally.atLeast(number, Unit.SHOP).asStated(text("whole", number)), text("means", number)));
          default -> Claim.stating(text("stating", number));
        };
      }
      if (simple == Unit.class) {
        return other == 0 ? Unit.PERSON : Unit.HOUSEHOLD;
      }
      if (simple == AidLine.class) {
        return AidLine.of(text("item", number), Tally.exact(number, Unit.METRE).asStated(text("stated", number)),
            new LotId(text("lot", number)));
      }
      if (simple == ConsentMatter.class) {
        return other == 0
            ? ConsentMatter.of(new ProgrammeId(text("id", number)))
            : ConsentMatter.ofBond(text("kind", number));
      }
      if (simple == Party.class) {
        return new OrgId(text("party", number));
      }
      if (simple == EventId.class) {
        return new EventId(new CommandId(text("event", number)), 3);
      }
      if (Id.class.isAssignableFrom(simple)) {
        return id(simple, text("id", number));
      }
      return record(simple, false, other);
    }

    private static Object id(Class<?> type, String value) {
      try {
        return type.getConstructor(String.class).newInstance(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " cannot be made", e);
      }
    }

    private String text(String kind, int number) {
      String text = kind + "-" + number + "-x";
      texts.add(text);
      return text;
    }
  }
}
