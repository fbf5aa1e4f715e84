package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesActorsAndTextsTest {
  private static final PersonId ANN = new PersonId("ann");
  private static final OrgId OFFICE = new OrgId("office");
  private static final Actor ANN_FOR_THE_OFFICE = Actor.of(ANN, "clerk").onBehalfOf(OFFICE);

  @Test
  void an_actor_acts_as_the_person_and_as_the_organisation() {
    assertThat(ANN_FOR_THE_OFFICE.actsAs(ANN)).isTrue();
    assertThat(ANN_FOR_THE_OFFICE.actsAs(OFFICE)).isTrue();
    assertThat(ANN_FOR_THE_OFFICE.actsAs(new OrgId("ann"))).isFalse();
    assertThat(Actor.of(ANN, "resident").actsAs(OFFICE)).isFalse();
  }

  @Test
  void actors_overlap_who_share_a_person_or_an_organisation() {
    Actor bobForTheOffice = Actor.of(new PersonId("bob"), "inspector").onBehalfOf(OFFICE);
    Actor office = Actor.of(OFFICE, "owner");
    Actor bob = Actor.of(new PersonId("bob"), "resident");

    assertThat(ANN_FOR_THE_OFFICE.overlaps(bobForTheOffice)).isTrue();
    assertThat(ANN_FOR_THE_OFFICE.overlaps(office)).isTrue();
    assertThat(ANN_FOR_THE_OFFICE.overlaps(Actor.of(ANN, "resident"))).isTrue();
    assertThat(ANN_FOR_THE_OFFICE.overlaps(bob)).isFalse();
  }

  @Test
  void overlapping_is_mutual() {
    Generated.cases(2_000, generated -> {
      Actor one = actor(generated);
      Actor other = actor(generated);

      assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
      assertThat(one.overlaps(one)).isTrue();
    });
  }

  @Test
  void a_source_names_its_document_by_a_sha_256_in_lower_case() {
    String hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    assertThat(source(hash).hash()).contains(hash);
    assertThatIllegalArgumentException().isThrownBy(() -> source(hash.toUpperCase(Locale.ROOT)))
        .withMessage("hash must be a SHA-256 as 64 lower-case hexadecimal digits");
    assertThatIllegalArgumentException().isThrownBy(() -> source(hash + "\n"));
    assertThatIllegalArgumentException().isThrownBy(() -> source(""));
  }

  @Test
  void a_source_tells_all_and_nothing_is_concluded_unless_said_otherwise() {
    Source source = Source.of(Source.Kind.PRESS, "newspaper 2024-08-02");

    assertThat(source.complete()).isTrue();
    assertThat(source.inferred()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t", "a\nb", "a\u0000", "a\u0085b", "a\u2028b", "a\uD800", "a\u202Eb"})
  void a_text_that_is_blank_or_could_mislead_a_reader_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Texts.check("role", text, 60)).withMessage(
        "role must have 1 to 60 characters, not all blank, on one line and none of them a control character");
  }

  @Test
  void a_text_is_measured_in_characters_whatever_their_script() {
    String rare = "\uD842\uDFB7".repeat(40);

    assertThat(Texts.check("asStated", rare, 40)).isEqualTo(rare);
    assertThatIllegalArgumentException().isThrownBy(() -> Texts.check("asStated", rare + "a", 40));
  }

  @Test
  void any_code_of_capitals_is_a_unit_and_the_known_ones_have_a_measure_word() {
    assertThat(Unit.PERSON_TIME.chinese()).isEqualTo("人次");
    assertThat(Unit.PERSON_TIME.english()).isEqualTo("person-time");
    assertThat(new Unit("BENCH").chinese()).isEqualTo("BENCH");
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit("bench"))
        .withMessageStartingWith("'bench' is not a unit: use up to 30 upper-case letters");
  }

  private static Source source(String hash) {
    return new Source(Source.Kind.FORM, "form 7", Optional.empty(), Optional.of(hash), true, false);
  }

  private static Actor actor(Generated generated) {
    Party who = generated.oneIn(2)
        ? new PersonId("p" + generated.number(1, 3))
        : new OrgId("o" + generated.number(1, 3));
    Actor actor = Actor.of(who, "clerk");
    return generated.oneIn(2) ? actor : actor.onBehalfOf(new OrgId("o" + generated.number(1, 3)));
  }
}
