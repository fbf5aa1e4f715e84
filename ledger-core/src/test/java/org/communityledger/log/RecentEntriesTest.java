package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communityledger.testing.Generated;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentEntriesTest {
  @Test
  void finds_what_a_plain_list_holds() {
    Generated.cases(200, it -> {
      RecentEntries recent = new RecentEntries(20, 2_000, 5);
      List<Kept> model = new ArrayList<>();
      long start = 5;
      for (int step = 0; step < 60; step++) {
        long position = 5L + model.size();
        Kept kept = new Kept(new Entry(position, "T" + it.number(0, 2), new byte[it.number(0, 89)]), someTags(it),
            "c" + position / 2);
        model.add(kept);
        recent.add(kept.command, kept.entry, kept.tags);
        if (it.number(0, 2) == 0) {
          long durable = recent.start() + it.number(0, (int) (recent.end() - recent.start()));
          recent.durableTo(durable);
          assertThat(recent.start()).isGreaterThanOrEqualTo(start).isLessThanOrEqualTo(Math.max(start, durable));
          start = recent.start();
        }
        if (it.number(0, 9) == 0) {
          long somewhere = it.number(recent.start(), recent.end());
          long even = somewhere + (somewhere & 1); // commands have two entries, from an even position on
          model.removeIf(each -> each.entry.position() >= even);
          recent.dropFrom(even);
        }
        if (!model.isEmpty()) {
          check(recent, model, it);
        }
      }
      recent.durableTo(recent.end());
      assertThat(recent.end() - recent.start()).isLessThanOrEqualTo(20);
    });
  }

  private static void check(RecentEntries recent, List<Kept> model, Generated it) {
    Query query = someQuery(it);
    long from = recent.start() + it.number(0, (int) (recent.end() - recent.start()));
    long to = from + it.number(0, (int) (recent.end() - from));
    int limit = 1 + it.number(0, 4);
    List<Entry> expected = model.stream().filter(each -> each.isBetween(from, to) && each.matches(query))
        .map(Kept::entry).toList();

    assertThat(recent.read(query, from, to, limit))
        .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
    assertThat(recent.matching(query, from).isPresent())
        .isEqualTo(model.stream().anyMatch(each -> each.isBetween(from, recent.end()) && each.matches(query)));
    assertThat(recent.last(query, to)).isEqualTo(model.stream()
        .filter(each -> each.isBetween(recent.start(), to) && each.matches(query)).map(Kept::entry)
        .reduce((earlier, later) -> later));
    String command = "c" + (5 + it.number(0, model.size() - 1)) / 2;
    assertThat(recent.holds(command)).isEqualTo(
        model.stream().anyMatch(each -> each.isBetween(recent.start(), recent.end()) && each.command.equals(command)));
  }

  private static Query someQuery(Generated it) {
    List<Query.Criterion> criteria = new ArrayList<>();
    for (int i = it.number(0, 2); i >= 0; i--) {
      criteria.add(new Query.Criterion(it.number(0, 3) == 0 ? Set.of() : someTags(it),
          it.number(0, 1) == 0 ? Set.of() : Set.of("T" + it.number(0, 2))));
    }
    return new Query(criteria);
  }

  private static Set<String> someTags(Generated it) {
    Set<String> tags = new HashSet<>();
    for (int i = it.number(0, 2); i >= 0; i--) {
      tags.add("t" + it.number(0, 3));
    }
    return tags;
  }

  private record Kept(Entry entry, Set<String> tags, String command) {
    private boolean isBetween(long from, long to) {
      return entry.position() >= from && entry.position() < to;
    }

    private boolean matches(Query query) {
      return query.matches(entry.type(), tags);
    }
  }
}
