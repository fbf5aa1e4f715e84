package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.communityledger.benchmarks.RecordedRows.Recorded;
import org.communityledger.benchmarks.TaggedEntries.Ids;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MadeUpEntriesTest {
  private static final Recorded TEMPLATE = new Recorded(0, 3, new byte[]{'{', '}'},
      List.of("case:X", "event:Y.0", "place:estate-1", "person:resident-2"), "Z", new byte[]{1}, new byte[]{2});

  @Test
  void an_entry_has_its_place_and_ids_of_its_own_and_otherwise_what_was_recorded() {
    Recorded entry = ordered(1).from(301, 1).getFirst();

    assertThat(entry.position()).isEqualTo(301);
    assertThat(entry.type()).isEqualTo(3);
    assertThat(entry.leaf()).containsExactly('{', '}');
    assertThat(entry.tags()).containsExactly(ordered(1).caseTag(301),
        "event:" + ordered(1).from(1, 1).getFirst().commandId() + ".0", "place:estate-1", "person:resident-2");
  }

  @Test
  void a_case_has_four_entries_with_those_of_299_others_between() {
    TaggedEntries entries = ordered(1);

    assertThat(List.of(entries.caseTag(300), entries.caseTag(600), entries.caseTag(900)))
        .containsOnly(entries.caseTag(0));
    assertThat(entries.caseTag(1_200)).isNotEqualTo(entries.caseTag(0));
    assertThat(entries.from(0, 2_400).stream().map(Recorded::caseTag).distinct()).hasSize(600);
  }

  @Test
  void commands_have_different_ids() {
    assertThat(ordered(1).from(0, 10_000)).extracting(Recorded::commandId).doesNotHaveDuplicates();
    assertThat(random(1).from(0, 10_000)).extracting(Recorded::commandId).doesNotHaveDuplicates();
  }

  @Test
  void time_ordered_ids_sort_by_position_and_random_ones_do_not() {
    assertThat(ordered(1).from(0, 1_000)).extracting(Recorded::commandId).isSorted();
    assertThat(random(1).from(0, 1_000).stream().map(Recorded::commandId).sorted().toList())
        .isNotEqualTo(random(1).from(0, 1_000).stream().map(Recorded::commandId).toList());
  }

  @Test
  void the_same_seed_gives_the_same_ids() {
    assertThat(random(1).caseTag(5)).isEqualTo(random(1).caseTag(5)).isNotEqualTo(random(2).caseTag(5));
  }

  private static TaggedEntries ordered(long seed) {
    return new TaggedEntries(List.of(TEMPLATE), Ids.TIME_ORDERED, seed);
  }

  private static TaggedEntries random(long seed) {
    return new TaggedEntries(List.of(TEMPLATE), Ids.RANDOM, seed);
  }
}
