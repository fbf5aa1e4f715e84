package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CloseCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Channel;
import org.communityledger.cases.DeclineGround;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.AsOf.Knowledge;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.League.Order;
import org.communityledger.projection.League.Place;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Rate;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.records.Reconciliation;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.Claim;
import org.communityledger.records.RecordsCommand.Attest;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Published numbers of others, recorded and computed again; they stand in {@code seeds/vectors}. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideVectorsTest {
  private static final Path VECTORS = Path.of("../../seeds/vectors");
  private static final PlaceId PLACE = new PlaceId("somewhere");
  private static final OrgId OFFICE = new OrgId("office");
  private static final OrgId MASONS = new OrgId("masons");
  private static final Actor CLERK = Actor.of(new PersonId("clerk"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief"), "head of office");

  @Test
  void closing_rates_are_those_that_were_published(LedgerScenario ledger) throws IOException {
    JsonNode vector = vector("closing-rates.json");
    LocalDate asOf = day(vector, "asOf").orElseThrow();
    ledger.at(asOf).as(CLERK);
    ledger.when(new RegisterOrg(OFFICE, "GOVERNMENT", "天门", true, Optional.empty(), Optional.empty()));
    int group = 0;
    for (JsonNode each : vector.path("cases")) {
      recordThroughTheBulkDoor(ledger, each, "g" + group++ + "-");
    }

    Views views = Replay.of(ledger.ledger().reader()).asOf(AsOf.asHappened(asOf)).run(new SlaBreaches(),
        new CaseRegister());
    PeriodRates rates = SlaBreaches.closing(views.view(new SlaBreaches()), period(vector), asOf);

    assertThat(vector.path("expected")).hasSize(4).allSatisfy(expected -> {
      Optional<Rate> rate = rates.rate(expected.path("figure").asText());
      assertThat(rate).contains(new Rate(ratio(expected), asOf));
      assertThat(rate.orElseThrow().percentage()).contains(new BigDecimal(expected.path("percentage").asText()));
    });
    assertThat(views.view(new CaseRegister()).sum(FigurePattern.parse("cases.stage")))
        .contains(Figure.of(items(vector.path("received").asLong())));
    assertThat(views.view(new SlaBreaches()).sum(FigurePattern.parse("cases.dueClosed"))).hasValueSatisfying(
        it -> assertThat(((Figure.Rate) it).ratio().whole()).isEqualTo(items(vector.path("filed").asLong())));
  }

  @Test
  void published_closing_rates_agree_when_they_are_reconciled(LedgerScenario ledger) throws IOException {
    JsonNode vector = vector("closing-rates.json");
    LocalDate asOf = day(vector, "asOf").orElseThrow();
    ledger.at(asOf).as(CLERK);
    ledger.when(new RegisterOrg(OFFICE, "GOVERNMENT", "天门", true, Optional.empty(), Optional.empty()));
    int group = 0;
    for (JsonNode each : vector.path("cases")) {
      recordThroughTheBulkDoor(ledger, each, "g" + group++ + "-");
    }

    ledger.when(new Attest("cases.dueClosed{month=2016-12}", claim(911, 972), asOf, OFFICE));
    ledger.when(new Attest("cases.dueOnTime{month=2016-12}", claim(737, 972), asOf, OFFICE));
    ledger.when(new Attest("cases.dueOnTime{month=2016-12}", claim(738, 972), asOf, OFFICE));

    assertThat(Reconciliation.of(Replay.of(ledger.ledger().reader()), new Knowledge.Head(), List.of(new SlaBreaches()))
        .lines()).filteredOn(it -> it.attestation().isPresent()).extracting(Reconciliation.Line::verdict)
        .containsExactly(Verdict.AGREES, Verdict.AGREES, Verdict.SHORT);
  }

  @Test
  void one_case_fixed_in_minutes_years_ago_wins_nothing(LedgerScenario ledger) throws IOException {
    JsonNode vector = vector("fast-fix-league.json");
    LocalDate asOf = day(vector, "asOf").orElseThrow();
    ledger.at(asOf).as(CLERK);
    ledger.when(new RegisterPlace(PLACE, "ESTATE", "某处", Optional.empty(), true));
    ledger.when(new RegisterOrg(MASONS, "COMPANY", "泥瓦匠", true, Optional.empty(), Optional.empty()));
    for (JsonNode each : vector.path("cases")) {
      recordThroughTheRules(ledger, each);
    }

    var view = Replay.of(ledger.ledger().reader()).asOf(AsOf.asHappened(asOf)).run(new StageDurations())
        .view(new StageDurations());

    assertThat(vector.path("leagues")).hasSize(2).allSatisfy(league -> {
      PeriodRates fixes = StageDurations.fixes(view, period(league), asOf);
      assertThat(fixes.league("cases.daysToFix", "owner", Order.LOWEST_FIRST, league.path("minimum").asInt()).places())
          .isEqualTo(all(league.path("places"), OutsideVectorsTest::place));
    });
  }

  private static void recordThroughTheBulkDoor(LedgerScenario ledger, JsonNode group, String name) {
    String category = group.path("category").asText();
    Optional<LocalDate> due = day(group, "due");
    at(ledger, group, "reported", name, id -> new CaseReported(id, CaseKind.HAZARD, category, PLACE, Optional.empty(),
        Severity.UNRATED, Optional.empty(), Optional.empty(), Channel.HOTLINE, Optional.empty(), Optional.empty()));
    at(ledger, group, "accepted", name, id -> new CaseAccepted(id, OFFICE, Optional.empty(), due));
    at(ledger, group, "closed", name,
        id -> new CaseClosed(id, CaseOutcome.FIXED, Optional.empty(), Optional.empty()));
    at(ledger, group, "declined", name, id -> new CaseDeclined(id, DeclineGround.UNFOUNDED, Optional.empty()));
  }

  private static void at(
      LedgerScenario ledger,
      JsonNode group,
      String step,
      String name,
      Function<CaseId, Event> event) {
    day(group, step).ifPresent(day -> ledger.occurred(When.on(day)).given(IntStream.range(0, group.path("number")
        .asInt()).mapToObj(it -> event.apply(new CaseId(name + it))).toArray(Event[]::new)));
  }

  private static void recordThroughTheRules(LedgerScenario ledger, JsonNode group) {
    OrgId owner = new OrgId(group.path("owner").asText());
    ledger.when(new RegisterOrg(owner, "COMPANY", owner.value(), true, Optional.empty(), Optional.empty()));
    for (int number = 0; number < group.path("number").asInt(); number++) {
      CaseId id = new CaseId(owner.value() + "-" + number);
      ledger.as(CLERK).occurred(when(group.path("reported").asText()));
      ledger.when(ReportCase.of(id, CaseKind.HAZARD, "pothole", PLACE, Severity.LOW, Channel.RESIDENT));
      ledger.when(new AcceptCase(id, owner, Optional.empty()));
      ledger.when(new AssignCase(id, MASONS, "repair", Optional.empty()));
      ledger.occurred(when(group.path("closed").asText()));
      ledger.when(CompleteWork.of(id, MASONS, Optional.empty(), Extent.WHOLE, Optional.empty()));
      ledger.as(CHIEF).when(VerifyWork.of(id, true));
      ledger.when(new CloseCase(id, CaseOutcome.FIXED, Optional.empty()));
    }
  }

  private static When when(String text) {
    return text.contains("T") ? When.at(Instant.parse(text)) : When.on(LocalDate.parse(text));
  }

  private static Place place(JsonNode place) {
    Ratio days = new Ratio(Tally.exact(place.path("days").asLong(), Unit.DAY), items(place.path("cases").asLong()),
        "cases-fixed-in-the-period");
    Optional<Integer> rank = place.has("rank") ? Optional.of(place.path("rank").asInt()) : Optional.empty();
    return new Place(rank, place.path("owner").asText(), days);
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> each) {
    return IntStream.range(0, list.size()).mapToObj(it -> each.apply(list.path(it))).toList();
  }

  private static Claim claim(long part, long whole) {
    return Claim.of(new Ratio(items(part), items(whole), "cases-due"));
  }

  private static Ratio ratio(JsonNode expected) {
    return new Ratio(items(expected.path("part").asLong()), items(expected.path("whole").asLong()),
        "cases-due-in-the-period");
  }

  private static Tally items(long number) {
    return Tally.exact(number, Unit.ITEM);
  }

  private static Period period(JsonNode node) {
    return new Period(day(node, "from").orElseThrow(), day(node, "to").orElseThrow());
  }

  private static Optional<LocalDate> day(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(it -> LocalDate.parse(it.asText()));
  }

  private static JsonNode vector(String file) throws IOException {
    return JsonMapper.builder().build().readTree(VECTORS.resolve(file).toFile());
  }
}
