package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.ALL;
import static org.communityledger.quickstart.seeds.PageLedger.COUNTING;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;
import static org.communityledger.quickstart.seeds.PageLedger.PRINTED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.ProgrammeCommand.GiveConsent;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockRefusal.StockShort;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.lines.CommandLines;
import org.communityledger.lines.CommandLines.Loaded;
import org.communityledger.log.Verification;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureSum;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.live.Live;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every release must pass, over the two ledgers of the page. Merges and the export wait for a later release. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptanceChecksTest {
  private static final Instant SEPTEMBER = Instant.parse("2024-09-10T02:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void check_01_replay_gives_byte_identical_views_twice_and_in_two_time_zones(PageLedger page) throws Exception {
    Path file = page.reader().file().orElseThrow();
    List<String> here = AnotherMachine.digests(page.views());

    assertThat(AnotherMachine.digests(page.reader())).isEqualTo(here);
    assertThat(AnotherMachine.digests(file, "-Duser.timezone=Pacific/Kiritimati")).isEqualTo(here);
    assertThat(AnotherMachine.digests(file, "-Duser.timezone=America/Los_Angeles", "-Duser.language=tr"))
        .isEqualTo(here);
  }

  @Test
  void check_02_following_each_event_equals_rebuilding_from_zero_at_that_event() throws Exception {
    try (Ledger ledger = PageLedger.open(folder.resolve("followed.ledger"), EVENING);
        Live live = Live.of(ledger).projections(ALL).start()) {
      for (Path part : PRESS.parts()) {
        new CommandLines(ledger).load(part, line -> {
          long position = ledger.reader().size() - 1;
          live.awaitApplied(position, LONG);
          assertThat(followed(live)).as("views at #" + position)
              .isEqualTo(AnotherMachine.digests(Replay.of(ledger.reader()).asOf(AsOf.asKnown(position)).run(ALL)));
        });
      }
      assertThat(ledger.reader().size()).isEqualTo(PRESS.reader().size());
    }
  }

  private static List<String> followed(Live live) {
    return ALL.stream().map(it -> it.name() + " " + digest(live, it)).toList();
  }

  private static <K, R> String digest(Live live, Projection<K, R> projection) {
    return live.read(projection, view -> view.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void check_03_importing_everything_again_appends_nothing(PageLedger page) throws Exception {
    try (Ledger ledger = page.copy(folder, EVENING)) {
      for (Path part : page.parts()) {
        Loaded again = new CommandLines(ledger).load(part);

        assertThat(again.events()).isZero();
        assertThat(again.resent()).isEqualTo(again.lines()).isPositive();
      }
      assertThat(ledger.reader().head()).isEqualTo(page.reader().head());
    }
  }

  @ParameterizedTest
  @CsvSource({"PRESS,1", "PRESS,2", "PRESS,3", "PRESS,4", "ITEMISED,5"})
  void check_03_the_articles_in_any_order_give_equal_figures_as_happened(PageLedger page, long seed) throws Exception {
    Path lines = folder.resolve("other-order.jsonl");
    Files.write(lines, OtherOrder.of(page, new SplittableRandom(seed)));

    try (Ledger ledger = PageLedger.open(folder.resolve("other.ledger"), EVENING)) {
      new CommandLines(ledger).load(lines);

      assertThat(ledger.reader().size()).isEqualTo(page.reader().size());
      for (LocalDate day : List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 7, 18), PRINTED)) {
        AsOf then = AsOf.asHappened(day);
        assertThat(AfterwardsTest.figures(Replay.of(ledger.reader()).asOf(then).run(COUNTING))).isNotEmpty()
            .isEqualTo(AfterwardsTest.figures(Replay.of(page.reader()).asOf(then).run(COUNTING)));
      }
    }
  }

  @Test
  void check_04_two_threads_with_the_last_item_succeed_once() throws Exception {
    SiteId station = new SiteId("station-1");
    LotId lot = new LotId("last-one");
    ProgrammeId goods = new ProgrammeId("comfort-goods");
    Tally one = Tally.exact(1, Unit.ITEM);
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OneMore.send(ledger, OneMore.CLERK, ReceiveStock.of(lot, "blanket", one, station));

      List<Outcome> outcomes = atOnce(ledger, number -> Deliver.at(station, new DeliveryId("last-" + number), goods,
          new PersonId("rider-0" + number), new OrgId("street-union"), AidLine.of("blanket", one, lot)));

      assertThat(refusals(outcomes)).containsExactly(new StockShort(lot, station, 1, 0));
    }
  }

  @Test
  void check_04_two_threads_with_the_one_permitted_item_for_one_party_succeed_once() throws Exception {
    ProgrammeId screening = new ProgrammeId("screening");
    PersonId woman = new PersonId("woman-1524");
    OrgId hospital = new OrgId("caring-hospital");
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      OneMore.send(ledger, OneMore.CLERK, GiveConsent.of(woman, ConsentMatter.of(screening), "screening"));

      List<Outcome> outcomes = atOnce(ledger, number -> Deliver.of(new DeliveryId("only-" + number), screening, woman,
          hospital, AidLine.of("cervical", Tally.exact(1, Unit.EXAM))));

      assertThat(refusals(outcomes)).singleElement().isInstanceOf(AlreadyServed.class);
    }
  }

  private interface Numbered {
    Command command(int number);
  }

  /** What came of two commands sent by two threads at the same time. */
  private static List<Outcome> atOnce(Ledger ledger, Numbered numbered) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Outcome>> both = IntStream.rangeClosed(1, 2).mapToObj(number -> threads.submit(() -> {
        Command command = numbered.command(number);
        Header header = OneMore.header(ledger, OneMore.CLERK);
        start.await();
        return ledger.record(command, header);
      })).toList();
      start.countDown();
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }

  /** What was refused; the other one was accepted. */
  private static List<Refusal> refusals(List<Outcome> outcomes) {
    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Accepted).hasSize(1);
    return outcomes.stream().filter(it -> it instanceof Outcome.Refused).map(it -> (Outcome.Refused) it)
        .peek(it -> assertThat(it.causes()).isNotEmpty()).map(Outcome.Refused::refusal).toList();
  }

  @Test
  void check_05_each_refusal_is_provoked_by_a_test() {
    assertThat(ProvokedRefusals.all()).hasSizeGreaterThan(100);
    assertThat(ProvokedRefusals.missing()).isEmpty();
  }

  @Test
  void check_06_what_was_known_before_later_entries_corrections_and_erasures_can_be_told_again() {
    try (Ledger ledger = ITEMISED.copy(folder, SEPTEMBER)) {
      AsOf before = AsOf.asKnown(ledger.reader().size() - 1);
      Later.enterTheApplicationOfJune(ledger);
      Later.correctTheLeaflets(ledger);
      Later.eraseRider5(ledger);

      Views then = Replay.of(ledger.reader()).asOf(before).run(ALL);

      assertThat(AnotherMachine.digests(then)).isEqualTo(AnotherMachine.digests(ITEMISED.views()));
      assertThat(AfterwardsTest.figures(Replay.of(ledger.reader()).run(COUNTING)))
          .isNotEqualTo(AfterwardsTest.figures(then));
    }
  }

  @Test
  void check_07_a_flipped_byte_in_any_event_is_found_and_its_position_named() throws Exception {
    Path file = PRESS.reader().file().orElseThrow();
    Path copy = folder.resolve("flipped.ledger");
    for (String each : List.of("", ".personal", ".keys")) {
      Files.copy(Path.of(file + each), Path.of(copy + each), StandardCopyOption.COPY_ATTRIBUTES);
    }
    String whole = Files.readString(copy, StandardCharsets.ISO_8859_1);
    List<EventId> ids = WholePageTest.events(PRESS).stream().map(RecordedEvent::id).toList();

    for (int position = 0; position < ids.size(); position++) {
      String id = "\"id\":\"" + ids.get(position) + "\"";
      String flipped = whole.replace(id, id.replace(".0\"", ".1\""));
      assertThat(flipped).as(id).isNotEqualTo(whole);
      Files.writeString(copy, flipped, StandardCharsets.ISO_8859_1);

      Verification found = Ledger.verify(copy);

      assertThat(found.isIntact()).isFalse();
      assertThat(found.findings().getFirst().position()).as(found.english()).hasValue(position);
    }
  }

  @Test
  void check_08_after_an_erasure_nothing_holds_the_opened_value_and_all_figures_are_equal() throws Exception {
    try (Ledger ledger = ITEMISED.copy(folder, SEPTEMBER)) {
      assertThat(Later.identityOfRider5(ledger)).isEqualTo("invented rider 05");
      Later.eraseRider5(ledger);

      assertThat(Later.identityOfRider5(ledger)).isEqualTo("erased");
      assertThat(AfterwardsTest.figures(Replay.of(ledger.reader()).run(COUNTING)))
          .isEqualTo(AfterwardsTest.figures(ITEMISED.views()));
      try (Live live = Live.of(ledger).projections(ALL).start()) {
        live.awaitApplied(ledger.reader().size() - 1, LONG);
      }
      assertThat(ledger.reader().verify().isIntact()).isTrue();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(it -> assertThat(
          Files.readString(it, StandardCharsets.ISO_8859_1)).doesNotContain("invented rider 05", "application 5 (inv"));
    }
  }

  @Test
  void check_09_no_sum_makes_an_inexact_quantity_exact_or_an_exact_one_inexact() {
    List<Tally> stated = Stream.of(PRESS, ITEMISED).flatMap(page -> WholePageTest.events(page).stream())
        .flatMap(it -> Quantities.in(it.event()).stream()).distinct().toList();

    assertThat(stated).anyMatch(Tally::isExact).anyMatch(it -> !it.isExact()).hasSizeGreaterThan(12);
    for (Tally one : stated) {
      for (Tally other : stated.stream().filter(it -> it.unit().equals(one.unit())).toList()) {
        boolean both = one.isExact() && other.isExact();
        FigureSum sum = FigureSum.of(Figure.of(one)).plus(Figure.of(other));

        assertThat(one.plus(other).isExact()).isEqualTo(both);
        assertThat(exact(sum.figure())).isEqualTo(both);
        assertThat(exact(sum.minus(Figure.of(other)).figure())).isEqualTo(one.isExact());
        assertThat(both || !one.hull(other).isExact()).isTrue();
        assertThat(both || !one.union(other).isExact()).isTrue();
      }
    }
  }

  private static boolean exact(Figure figure) {
    return ((Figure.Count) figure).tally().isExact();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESS", "ITEMISED"})
  void check_10_every_event_is_told_with_its_actor_organisation_and_date_as_stated(PageLedger page) {
    for (Language language : Language.values()) {
      Sentences sentences = Sentences.in(language);
      for (RecordedEvent each : WholePageTest.events(page)) {
        Actor actor = each.header().actor();
        assertThat(sentences.of(each)).contains(actor.who().value())
            .contains(actor.onBehalfOf().map(OrgId::value).orElse(""))
            .containsIgnoringCase(sentences.when(each.header().occurred()));
      }
    }
  }

  @Test
  void check_10_a_timeline_shows_lateness_and_what_was_struck_out_in_both_languages() {
    EventId survey = EventId.parse("press-s18-wall-survey.0");
    ApprovalId approval = new ApprovalId("survey-approved");
    Actor chief = Actor.of(new PersonId("chief-01"), "head of office");
    try (Ledger ledger = PRESS.copy(folder, SEPTEMBER)) {
      OneMore.send(ledger, chief, new GiveApproval(approval, "records.RetractEvent", survey.tag(), Optional.empty()));
      OneMore.send(ledger, OneMore.CLERK, new RetractEvent(survey, approval, List.of()));

      var wall = Replay.of(ledger.reader()).row(new HazardFixHistory(), new CaseId("wall")).orElseThrow();

      assertThat(wall.render(Language.ENGLISH)).filteredOn(it -> it.contains("[struck out")).singleElement().asString()
          .contains("survey", "recorded 2 August 2024");
      assertThat(wall.render(Language.CHINESE)).filteredOn(it -> it.contains("【已撤销")).hasSize(1);
    }
    assertThat(Replay.of(ITEMISED.reader()).row(new HazardFixHistory(), new CaseId("wall")).orElseThrow()
        .render(Language.ENGLISH)).anyMatch(it -> it.contains("verified the work") && it.contains(", 14 days late"));
  }
}
