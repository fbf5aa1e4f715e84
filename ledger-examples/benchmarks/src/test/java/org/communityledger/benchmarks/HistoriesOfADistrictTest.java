package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Event;
import org.communityledger.log.Entry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesOfADistrictTest {
  /** What generated histories do not tell of yet. */
  private static final Set<String> NOT_GENERATED = Set.of();

  /** What the rules record with somebody's words only, which are never sealed as the same bytes twice. */
  private static final Set<String> WITH_WORDS = Set.of("cases.AssignmentReturned", "cases.CaseReopened",
      "cases.CaseClosed", "places.AssetRemoved", "aid.DeliveryReversed", "aid.FindingRecorded", "aid.Delivered",
      "records.SubjectErased",
      "membership.ApplicationSubmitted", "membership.ApplicationRejected", "membership.StandingEnded");

  /** So few that some thousand entries tell of a year. */
  private static final int RESIDENTS = 2_000;

  @TempDir
  Path folder;

  @Test
  void hold_every_type_of_event_but_those_left_out_and_corrections_that_name_what_they_correct() throws Exception {
    DistrictHistory history = new DistrictHistory(1, RESIDENTS / 2);
    try (Ledger ledger = history.open(folder.resolve("filled.ledger"))) {
      Filling.fill(ledger, history, 20_000, 1_000);
    }

    try (LedgerReader reader = Ledger.openReadOnly(folder.resolve("filled.ledger"))) {
      List<Entry> entries = Leaves.of(reader);
      Set<String> types = entries.stream().map(Entry::type).collect(Collectors.toCollection(TreeSet::new));
      Set<String> corrected = entries.stream().map(reader.codec()::decode).filter(it -> it.corrects().isPresent())
          .map(it -> it.event().getClass().getSimpleName()).collect(Collectors.toSet());

      assertThat(reader.codec().types().all()).filteredOn(it -> !types.contains(it))
          .containsExactlyInAnyOrderElementsOf(NOT_GENERATED);
      assertThat(corrected).containsExactlyInAnyOrder("CaseReported", "WorkCompleted", "TallyRecorded");
      assertThat(reader.verify().isIntact()).isTrue();
    }
  }

  @Test
  void are_recorded_by_the_rules_as_by_the_bulk_door_but_for_what_is_sealed() throws Exception {
    DistrictHistory decided = new DistrictHistory(2, RESIDENTS);
    DistrictHistory filled = new DistrictHistory(2, RESIDENTS);
    List<Event> expected = new ArrayList<>();

    try (Ledger ledger = decided.open(folder.resolve("decided.ledger"))) {
      while (expected.size() < 3_500) {
        Step step = decided.next();
        Callers.record(ledger, new Submission(step.asked().command(), step.asked().header()));
        expected.addAll(step.events());
      }
    }
    try (Ledger ledger = filled.open(folder.resolve("filled.ledger"))) {
      Filling.fill(ledger, filled, expected.size() + 1, 1_000);
    }

    try (LedgerReader byRules = Ledger.openReadOnly(folder.resolve("decided.ledger"));
        LedgerReader byBulk = Ledger.openReadOnly(folder.resolve("filled.ledger"))) {
      List<Entry> entries = Leaves.of(byRules);
      List<Entry> others = Leaves.of(byBulk);
      Set<String> sealed = new TreeSet<>();
      for (int i = 1; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        if (Leaves.isItsOwn(entry)) {
          sealed.add(entry.type());
        } else {
          assertThat(Leaves.comparable(others.get(i))).isEqualTo(Leaves.comparable(entry));
          assertThat(byRules.codec().decode(entry).event()).isEqualTo(expected.get(i - 1));
        }
      }
      assertThat(others).hasSameSizeAs(entries);
      assertThat(sealed).contains("aid.DeliveryReversed", "aid.FindingRecorded").isSubsetOf(WITH_WORDS);
    }
  }

  @Test
  void are_the_same_bytes_for_the_same_seed_but_for_what_is_sealed() throws Exception {
    List<String> one = leavesOf("one.ledger", 7);

    assertThat(one).hasSizeGreaterThan(1_450);
    assertThat(leavesOf("again.ledger", 7)).isEqualTo(one);
    assertThat(leavesOf("another.ledger", 8)).isNotEqualTo(one);
  }

  private List<String> leavesOf(String file, long seed) throws InterruptedException {
    DistrictHistory history = new DistrictHistory(seed, RESIDENTS);
    try (Ledger ledger = history.open(folder.resolve(file))) {
      Filling.fill(ledger, history, 1_500, 1);
      return Leaves.of(ledger.reader()).stream().map(Leaves::comparable).toList();
    }
  }

  @Test
  void name_some_places_all_the_time_and_most_hardly_ever() {
    List<Long> reportsOfEstates = counted(20_000, CaseReported.class, CaseReported::place);

    assertThat(reportsOfEstates.getFirst()).as("the place named most").isGreaterThan(60);
    assertThat(reportsOfEstates.get(100)).as("the hundredth").isLessThan(10);
  }

  @Test
  void have_cases_of_a_dozen_entries_and_some_that_come_back_again_and_again() {
    List<Long> entriesOfCases = counted(20_000, CaseEvent.class, CaseEvent::caseId);

    assertThat(entriesOfCases).hasSizeGreaterThan(300);
    assertThat(entriesOfCases.getFirst()).as("the longest").isGreaterThan(60);
    assertThat(entriesOfCases.get(entriesOfCases.size() / 2)).as("the middle").isBetween(6L, 14L);
  }

  /** How often each key is named in so many steps, the most frequent first. */
  private static <E> List<Long> counted(int steps, Class<E> type, Function<E, Object> key) {
    DistrictHistory history = new DistrictHistory(3, RESIDENTS);
    List<E> events = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      history.next().events().stream().filter(type::isInstance).map(type::cast).forEach(events::add);
    }
    Map<Object, Long> counts = events.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    return counts.values().stream().sorted((one, other) -> Long.compare(other, one)).toList();
  }
}
