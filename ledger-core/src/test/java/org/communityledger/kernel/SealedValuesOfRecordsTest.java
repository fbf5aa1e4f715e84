package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedValuesOfRecordsTest {
  private static final CaseId WALL = new CaseId("wall");
  private static final Sealed<String> REFERENCE = new Sealed.Stored<>("k1", "A".repeat(43));
  private static final Header HEADER = Header.of(new CommandId("c1"), Actor.of(new PersonId("liu"), "grid worker"),
      When.on(LocalDate.of(2024, 8, 2)), Source.of(Source.Kind.FORM, "F-12"));

  @Test
  void each_value_is_exchanged_in_its_place() {
    Told told = new Told(WALL, Sealed.of("it leans"), Optional.of(Sealed.of("a door")),
        List.of(Sealed.of("one"), Sealed.of("two")), 400);
    List<String> places = new ArrayList<>();

    Told exchanged = SealedValues.exchanged(told, "/body", (pointer, sealedFor, value) -> {
      places.add(pointer + " for " + sealedFor.subject() + " " + sealedFor.purpose());
      return REFERENCE;
    });

    assertThat(places).containsExactly("/body/narrative for case:wall CASE", "/body/door for case:wall HOME",
        "/body/remarks/0 for case:wall CASE", "/body/remarks/1 for case:wall CASE");
    assertThat(exchanged)
        .isEqualTo(new Told(WALL, REFERENCE, Optional.of(REFERENCE), List.of(REFERENCE, REFERENCE), 400));
  }

  @Test
  void commands_within_commands_are_entered_as_they_are_written() {
    Instead instead = new Instead(List.of(new Told(WALL, Sealed.of("x"), Optional.empty(), List.of(), 1), new Asked(WALL)));
    List<String> places = new ArrayList<>();

    SealedValues.exchanged(instead, "/body", (pointer, sealedFor, value) -> {
      places.add(pointer);
      return value;
    });

    assertThat(places).containsExactly("/body/commands/0/body/narrative");
  }

  @Test
  void what_is_not_exchanged_stays_the_same_object() {
    Told told = new Told(WALL, REFERENCE, Optional.empty(), List.of(), 400);

    assertThat(SealedValues.exchanged(told, "", (pointer, sealedFor, value) -> value)).isSameAs(told);
    assertThat(SealedValues.canBeIn(Asked.class)).isFalse();
    assertThat(SealedValues.canBeIn(Told.class)).isTrue();
  }

  @Test
  void a_reason_is_for_the_values_owner_or_the_thing_or_the_command_alone() {
    assertThat(SealedValues.in(new Told(WALL, REFERENCE, Optional.empty(), List.of(), 1), HEADER.because("late")))
        .containsExactly(SealedFor.of(WALL, "CASE"));
    assertThat(SealedValues.in(new Asked(WALL), HEADER.because("late")))
        .containsExactly(SealedFor.of(WALL, "REASON"));
    assertThat(SealedValues.in(new Instead(List.of()), HEADER.because("late")))
        .containsExactly(new SealedFor(Tag.parse("command:c1"), "REASON"));
    assertThat(SealedValues.in(new Asked(WALL), HEADER)).isEmpty();
  }

  @Test
  void a_value_that_nobody_owns_is_a_mistake_of_the_record() {
    assertThatThrownBy(() -> SealedValues.in(new Nobodys(Sealed.of("x"))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/text").hasMessageContaining("Personal");
  }

  @Test
  void no_form_shows_the_value() {
    assertThat(Sealed.of("secret").toString()).isEqualTo("Sealed[given]");
    assertThat(new Told(WALL, Sealed.of("secret"), Optional.of(Sealed.of("secret")), List.of(), 1).toString())
        .doesNotContain("secret");
    assertThat(HEADER.because("secret").toString()).doesNotContain("secret");
  }

  record Told(
      CaseId caseId,
      Sealed<String> narrative,
      Optional<Sealed<String>> door,
      List<Sealed<String>> remarks,
      int size) implements About, Personal {
    Told {
      remarks = List.copyOf(remarks);
    }

    @Override
    public Id subject() {
      return caseId;
    }

    @Override
    public SealedFor sealedFor(String member) {
      return SealedFor.of(caseId, member.equals("door") ? "HOME" : "CASE");
    }
  }

  record Asked(CaseId caseId) implements About {
    @Override
    public Id subject() {
      return caseId;
    }
  }

  record Instead(List<Command> commands) implements Command {}

  record Nobodys(Sealed<String> text) {}
}
