package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.benchmarks.RecordedRows.Recorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TagsInEachFormTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource
  void entries_are_found_by_each_of_their_tags(TagForm form) throws Exception {
    try (RawInserts raw = new RawInserts(folder.resolve("raw.db"), form)) {
      raw.nanosFor(List.of(entry(0, "case:C1", "place:P1"), entry(1, "case:C2", "place:P1"),
          entry(2, "case:C1", "place:P2")), 2);

      assertThat(raw.positions("case:C1")).containsExactly(0L, 2L);
      assertThat(raw.positions("case:C2")).containsExactly(1L);
      assertThat(raw.positions("place:P1")).containsExactly(0L, 1L);
      assertThat(raw.positions("place:P2")).containsExactly(2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_found_by_a_tag_that_no_entry_has(TagForm form) throws Exception {
    try (RawInserts raw = new RawInserts(folder.resolve("raw.db"), form)) {
      raw.nanosFor(List.of(entry(0, "case:C1")), 1);

      assertThat(raw.positions("case:C2")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_tag_means_the_same_after_the_file_was_opened_again(TagForm form) throws Exception {
    try (RawInserts raw = new RawInserts(folder.resolve("raw.db"), form)) {
      raw.nanosFor(List.of(entry(0, "case:C1"), entry(1, "case:C2")), 100);
    }

    try (RawInserts raw = new RawInserts(folder.resolve("raw.db"), form)) {
      raw.nanosFor(List.of(entry(2, "case:C3"), entry(3, "case:C1")), 100);

      assertThat(raw.positions("case:C1")).containsExactly(0L, 3L);
      assertThat(raw.positions("case:C2")).containsExactly(1L);
      assertThat(raw.positions("case:C3")).containsExactly(2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_tag_means_the_same_after_many_others(TagForm form) throws Exception {
    List<Recorded> entries = new ArrayList<>();
    for (int position = 0; position < 40_000; position++) {
      entries.add(entry(position, "case:" + position));
    }
    entries.add(entry(40_000, "case:7"));

    try (RawInserts raw = new RawInserts(folder.resolve("raw.db"), form)) {
      raw.nanosFor(entries, 1_000);

      assertThat(raw.positions("case:7")).containsExactly(7L, 40_000L);
    }
  }

  private static Recorded entry(long position, String... tags) {
    return new Recorded(position, 1, new byte[]{'{', '}'}, List.of(tags), "command-" + position, new byte[0],
        new byte[0]);
  }
}
