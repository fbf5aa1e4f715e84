package org.communityledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TagsReadTogetherTest {
  @Test
  void are_a_set_like_any_other() {
    Generated.cases(2_000, generated -> {
      Set<Tag> tags = new HashSet<>();
      for (int i = generated.number(0, 12); i > 0; i--) {
        tags.add(new Tag(generated.oneOf(List.of("a", "place", "k9")), generated.id()));
      }
      Tag other = new Tag("other", generated.id());

      Set<Tag> read = Tag.parseAll(tags.stream().map(Tag::toString).toList());

      assertThat(read.equals(tags)).isTrue();
      assertThat(tags.equals(read)).isTrue();
      assertThat(read).hasSameHashCodeAs(tags).hasSize(tags.size()).containsExactlyInAnyOrderElementsOf(tags);
      assertThat(tags).allSatisfy(it -> assertThat(read.contains(it)).isTrue());
      assertThat(read.contains(other)).isFalse();
      assertThat(read.contains((Object) other.toString())).isFalse();
    });
  }

  @Test
  void a_tag_that_is_part_of_another_is_none_of_them() {
    Set<Tag> read = Tag.parseAll(List.of("place:yunqiyuan-west", "case:wall"));

    assertThat(read).doesNotContain(Tag.parse("place:yunqiyuan"), Tag.parse("lace:yunqiyuan-west"),
        Tag.parse("case:wal"));
  }

  @Test
  void one_that_stands_twice_counts_once() {
    assertThat(Tag.parseAll(List.of("a:1", "b:2", "a:1"))).containsExactlyInAnyOrder(Tag.parse("a:1"),
        Tag.parse("b:2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "a", ":", "a:", ":b", "A:b", "1:b", "a_b:c", "a:b c", "a: b", "a:b\n", "a:é", "a:\u007F", "a\u0000:b", "ä:b"})
  void one_of_another_form_is_refused_in_the_words_of_a_single_one(String text) {
    Throwable single = catchThrowable(() -> Tag.parse(text));

    assertThatIllegalArgumentException().isThrownBy(() -> Tag.parseAll(List.of("place:wall", text)))
        .withMessage(single.getMessage());
  }

  @Test
  void a_key_has_30_characters_at_most_and_a_value_300() {
    assertThat(Tag.parseAll(List.of("k".repeat(30) + ":" + "v".repeat(300)))).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.parseAll(List.of("k".repeat(31) + ":v")));
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.parseAll(List.of("k:" + "v".repeat(301))));
  }

  @Test
  void nobody_changes_them_afterwards() {
    List<String> texts = new ArrayList<>(List.of("a:1", "b:2"));
    Set<Tag> read = Tag.parseAll(texts);
    texts.clear();

    assertThat(read).hasSize(2);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.add(Tag.parse("c:3")));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.remove(Tag.parse("a:1")));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(read::clear);
  }
}
