package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.communityledger.aid.Acknowledgement;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.Target;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.AidRates;
import org.communityledger.projection.places.Coverage;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A published completion, recorded through the bulk door and computed again; it stands in {@code seeds/vectors}. */
@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionOfATaskTest {
  private static final ProgrammeId PROGRAMME = new ProgrammeId("homes-for-the-old");
  private static final OrgId OFFICE = new OrgId("office");

  @Test
  void all_of_the_task_is_done_and_nothing_is_known_of_those_who_need_it(LedgerScenario ledger) throws IOException {
    JsonNode vector = JsonMapper.builder().build()
        .readTree(Path.of("../../seeds/vectors/task-completion.json").toFile());
    ledger.at(LocalDate.of(2024, 12, 31)).given(IntStream.range(0, vector.path("served").asInt())
        .mapToObj(CompletionOfATaskTest::delivered).toArray(Event[]::new));

    Views views = Replay.of(ledger.ledger().reader()).run(new AidByRecipient(), new Coverage());
    Figure served = views.view(new AidByRecipient())
        .figure(FigureKey.parse("aid.served{programme=homes-for-the-old,unit=HOUSEHOLD}")).orElseThrow();
    Target task = new Target(Tally.exact(vector.path("task").asLong(), Unit.HOUSEHOLD),
        vector.path("taskMeans").asText());
    Ratio completion = AidRates.completion(task, ((Figure.Count) served).tally());

    assertThat(completion).isEqualTo(new Ratio(Tally.exact(1300, Unit.HOUSEHOLD), Tally.exact(1300, Unit.HOUSEHOLD),
        "the task of the year 2024"));
    assertThat(completion.percentage()).contains(new BigDecimal(vector.path("percentage").asText()));
    assertThat(views.view(new Coverage()).figures(FigurePattern.parse("*"))).isEmpty();
  }

  private static Event delivered(int number) {
    return new Delivered(new DeliveryId("d-" + number), PROGRAMME, ProgrammeKind.SERVICE, Optional.empty(),
        new HouseholdId("h-" + number), List.of(), List.of(AidLine.of("handrails", Tally.exact(1, Unit.ITEM))),
        Optional.empty(), Optional.empty(), Optional.empty(), OFFICE, Acknowledgement.SIGNATURE, Optional.empty(), 1,
        EventId.parse("programme.0"), Optional.empty(), Optional.empty(), List.of());
  }
}
