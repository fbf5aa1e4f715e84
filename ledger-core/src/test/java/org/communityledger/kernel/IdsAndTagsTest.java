package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdsAndTagsTest {
  @Test
  void a_printed_event_id_reads_back_as_itself() {
    Generated.cases(5_000, generated -> {
      EventId id = new EventId(new CommandId(generated.id()), generated.number(0, 999_999_999));

      assertThat(EventId.parse(id.toString())).isEqualTo(id);
      assertThat(Tag.parse(id.tag().toString())).isEqualTo(id.tag());
    });
  }

  @Test
  void a_printed_tag_reads_back_as_itself_and_a_partys_tag_as_the_party() {
    Generated.cases(5_000, generated -> {
      Party party = generated.party();
      Tag compound = new Tag("served", generated.id() + ":" + party.value());

      assertThat(Tag.parse(compound.toString())).isEqualTo(compound);
      assertThat(Party.parse(party.tag().toString())).isEqualTo(party);
    });
  }

  @Test
  void parties_of_different_kinds_differ_although_their_ids_are_spelt_alike() {
    assertThat(Party.parse("person:A1")).isEqualTo(new PersonId("A1")).isNotEqualTo(new OrgId("A1"));
    assertThat(Party.parse("household:A1")).isEqualTo(new HouseholdId("A1"));
    assertThat(Party.parse("org:A1")).isEqualTo(new OrgId("A1"));
  }

  @Test
  void an_event_is_found_under_its_command_and_number() {
    EventId id = EventId.parse("import/2024.08.02.3");

    assertThat(id).isEqualTo(new EventId(new CommandId("import/2024.08.02"), 3));
    assertThat(id.tag()).hasToString("event:import/2024.08.02.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "a b", "a\n", "\na", "a:b", "a\u0000", "张三", "é", "a\u202Eb", "a\uFEFF", "\uFF21", "a\"b", "a\\b", "a%b",
      "a'b",
      "a,b", "a+b", "a*b", "\uD83D", "(", "$"})
  void an_id_of_other_characters_is_refused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(value))
        .withMessageEndingWith(" is not an id: use 1 to 100 characters out of letters, digits and . _ ~ @ / -");
    assertThatIllegalArgumentException().isThrownBy(() -> Party.parse("org:" + value));
  }

  @Test
  void an_id_has_100_characters_at_most() {
    assertThat(new CaseId("a".repeat(100)).value()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new CaseId("a".repeat(101)));
  }

  @Test
  void a_refused_id_cannot_break_or_flood_the_message() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CaseId("C1\nall is well"))
        .withMessageStartingWith("'C1\\u000aall is well' is not an id");
    assertThatIllegalArgumentException().isThrownBy(() -> new CaseId("x".repeat(1_000_000)))
        .withMessageStartingWith("'" + "x".repeat(40) + "…' is not an id");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "c", "c.", ".0", "c.x", "c.-1", "c.01", "c.+1", "c.1 ", "c.1\n", "c.1000000000", "c.١", "a b.0", "a:b.0"})
  void an_event_id_of_another_form_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse(text)).withMessageContaining(" is not an ");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, 1_000_000_000})
  void an_event_number_that_could_not_be_read_back_is_refused(int number) {
    CommandId command = new CommandId("c");

    assertThatIllegalArgumentException().isThrownBy(() -> new EventId(command, number))
        .withMessage("An event's number within its command is 0 to 999999999, not " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "case", ":C1", "case:", "Case:C1", "1case:C1", "ca-se:C1", "case: C1", "case:C1\n",
      "案件:C1",
      "case:案"})
  void a_tag_of_another_form_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.parse(text)).withMessageContaining(" is not a tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"person", "case:C1", "person:a:b", "people:A1"})
  void what_is_no_party_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Party.parse(text)).withMessageContaining(" is not a");
  }
}
