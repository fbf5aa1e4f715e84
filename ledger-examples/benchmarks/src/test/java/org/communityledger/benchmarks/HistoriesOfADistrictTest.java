package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Receipt;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;
import org.communityledger.log.TreeHead;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesOfADistrictTest {
  /** What is recorded where personal values are forgotten or held, and what else generated histories do not tell of. */
  private static final Set<String> NOT_GENERATED = Set.of("kernel.LateConflict", "kernel.RuleBroken",
      "records.ErasureRequested",
      "records.SubjectErased",
      "records.HoldPlaced", "records.HoldLifted", "places.SiteOpened", "places.SiteClosed", "places.SiteDesignated",
      "places.DesignationWithdrawn", "places.FrameDeclared", "places.FrameRevised", "places.AssetInstalled",
      "places.AssetRemoved", "places.AssetInspected", "places.StewardAssigned",
      "parties.HouseholdRegistered", "parties.HouseholdMemberMoved",
      "parties.AliasRecorded", "records.FigureAttested", "records.AttestationWithdrawn",
      "activities.ActivityPlanned", "activities.ActivityHeld",
      "activities.ActivityCancelled", "activities.ActivityClosed", "activities.ParticipantCheckedIn",
      "activities.TallyRecorded", "activities.TopicCovered", "cases.CaseHeard",
      "membership.LadderDefined", "membership.BranchFounded", "membership.BranchDissolved",
      "membership.ApplicationSubmitted", "membership.StandingAdopted", "membership.TalkHeld",
      "membership.StageReached", "membership.ApplicationRejected", "membership.StandingWithdrawn",
      "membership.StandingEnded",
      "membership.Appointed", "membership.AppointmentEnded", "membership.BondFormed", "membership.BondContactLogged",
      "membership.BondEnded", "membership.HonourGranted", "membership.HonourRevoked");

  /** So calm that a few thousand entries tell of a year. */
  private static final Duration BETWEEN_CASES = Duration.ofHours(8);

  @TempDir
  Path folder;

  @Test
  void hold_every_type_of_event_but_those_left_out_and_corrections_that_name_what_they_correct() throws Exception {
    DistrictHistory history = new DistrictHistory(1, BETWEEN_CASES);
    try (Ledger ledger = history.open(folder.resolve("filled.ledger"))) {
      Filling.fill(ledger, history, 8_000, 1_000);
    }

    try (LedgerReader reader = Ledger.openReadOnly(folder.resolve("filled.ledger"))) {
      List<Entry> entries = reader.log().read(Query.all(), 0, reader.size(), 10_000);
      Set<String> types = entries.stream().map(Entry::type).collect(Collectors.toCollection(TreeSet::new));
      Set<String> corrected = entries.stream().map(reader.codec()::decode).filter(it -> it.corrects().isPresent())
          .map(it -> it.event().getClass().getSimpleName()).collect(Collectors.toSet());

      assertThat(types).containsExactlyElementsOf(
          reader.codec().types().all().stream().filter(it -> !NOT_GENERATED.contains(it)).toList());
      assertThat(corrected).containsExactlyInAnyOrder("CaseReported", "WorkCompleted");
      assertThat(reader.size()).isBetween(8_000L, 8_001L);
      assertThat(reader.verify().isIntact()).isTrue();
    }
  }

  @Test
  void hold_nothing_but_what_the_rules_decide() {
    DistrictHistory history = new DistrictHistory(2, BETWEEN_CASES);
    List<Event> decided = new ArrayList<>();
    List<Event> expected = new ArrayList<>();
    Set<Class<?>> types = new HashSet<>();

    try (Ledger ledger = history.open(folder.resolve("decided.ledger"))) {
      for (int i = 0; i < 3_500; i++) {
        switch (history.next()) {
          case Step.Happened(Header header, Event event) -> {
            Receipt receipt = Callers.record(ledger, new Submission(AskedFor.by(event), reasoned(header, event)));
            decided.add(ledger.reader().event(receipt.entries().getFirst().position()).event());
            expected.add(event);
            types.add(event.getClass());
          }
          case Step.TakenBack(Header header, RetractEvent command) ->
            Callers.record(ledger, new Submission(command, header));
        }
      }

      assertThat(decided).isEqualTo(expected);
      assertThat(types).as("all but the founding, retractions and what is left out")
          .hasSize(ledger.reader().codec().types().all().size() - 2 - NOT_GENERATED.size());
    }
  }

  /** Generated headers give no reason, because sealed ones would never be the same bytes twice. */
  private static Header reasoned(Header header, Event event) {
    return switch (event) {
      case AssignmentReturned it -> header.because("no scaffold");
      case CaseReopened it -> header.because("it leans again");
      case CaseClosed it when it.approval().isPresent() -> header.because("no money");
      default -> header;
    };
  }

  @Test
  void are_the_same_bytes_for_the_same_seed() throws Exception {
    TreeHead one = headOf("one.ledger", 7);

    assertThat(headOf("again.ledger", 7)).isEqualTo(one);
    assertThat(headOf("another.ledger", 8)).isNotEqualTo(one);
  }

  private TreeHead headOf(String file, long seed) throws InterruptedException {
    DistrictHistory history = new DistrictHistory(seed, BETWEEN_CASES);
    try (Ledger ledger = history.open(folder.resolve(file))) {
      Filling.fill(ledger, history, 1_500, 1);
      return ledger.reader().head();
    }
  }

  @Test
  void name_some_places_all_the_time_and_most_hardly_ever() {
    List<Long> reportsOfEstates = counted(20_000, CaseReported.class, CaseReported::place);

    assertThat(reportsOfEstates.getFirst()).as("the place named most").isGreaterThan(200);
    assertThat(reportsOfEstates.get(100)).as("the hundredth").isLessThan(10);
  }

  @Test
  void have_cases_of_a_dozen_entries_and_some_that_come_back_again_and_again() {
    List<Long> entriesOfCases = counted(20_000, CaseEvent.class, CaseEvent::caseId);

    assertThat(entriesOfCases).hasSizeGreaterThan(1_000);
    assertThat(entriesOfCases.getFirst()).as("the longest").isGreaterThan(60);
    assertThat(entriesOfCases.get(entriesOfCases.size() / 2)).as("the middle").isBetween(6L, 14L);
  }

  /** How often each key is named in so many steps, the most frequent first. */
  private static <E> List<Long> counted(int steps, Class<E> type, Function<E, Object> key) {
    DistrictHistory history = new DistrictHistory(3, BETWEEN_CASES);
    List<E> events = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      if (history.next() instanceof Step.Happened it && type.isInstance(it.event())) {
        events.add(type.cast(it.event()));
      }
    }
    Map<Object, Long> counts = events.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    return counts.values().stream().sorted((one, other) -> Long.compare(other, one)).toList();
  }
}
