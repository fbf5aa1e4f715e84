package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.communityledger.projection.records.Reconciliation.Line;

/**
 * A line of {@code figures.json}.
 *
 * @param figure the figure's key, or a beginning of its labels whose figures are added
 * @param row the row of the scenario
 * @param press what is counted in PRESS, in the words of {@link InWords}
 * @param itemised what is counted in ITEMISED
 * @param said what the page says of it; empty if it says nothing
 * @param pressVerdict what reconciling it gives in PRESS
 * @param itemisedVerdict what reconciling it gives in ITEMISED
 */
record ExpectedFigure(
    String figure,
    String row,
    String press,
    String itemised,
    Optional<String> said,
    Optional<String> pressVerdict,
    Optional<String> itemisedVerdict) {
  static List<ExpectedFigure> all() {
    try {
      JsonNode file = new ObjectMapper().readTree(PageLedger.SEEDS.resolve("figures.json").toFile());
      return file.properties().stream().map(it -> of(it.getKey(), it.getValue())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExpectedFigure of(String figure, JsonNode line) {
    return new ExpectedFigure(figure, line.get("row").textValue(), line.get("press").textValue(),
        line.get("itemised").textValue(), text(line, "said"), text(line, "pressVerdict"),
        text(line, "itemisedVerdict"));
  }

  private static Optional<String> text(JsonNode line, String member) {
    return Optional.ofNullable(line.get(member)).map(JsonNode::textValue);
  }

  /** Requires that both ledgers count what the file has for the row, and reconcile as it says. */
  static void require(String row) {
    List<ExpectedFigure> expected = all().stream().filter(it -> it.row().equals(row)).toList();

    assertThat(expected).as("figures.json on " + row).isNotEmpty();
    assertThat(expected).allSatisfy(it -> {
      assertThat(InWords.of(PageLedger.PRESS.figure(it.figure()))).as(it.figure() + " in PRESS").isEqualTo(it.press());
      assertThat(InWords.of(PageLedger.ITEMISED.figure(it.figure()))).as(it.figure() + " in ITEMISED")
          .isEqualTo(it.itemised());
      assertThat(verdict(PageLedger.PRESS, it)).as(it.figure() + " reconciled in PRESS").isEqualTo(it.pressVerdict());
      assertThat(verdict(PageLedger.ITEMISED, it)).as(it.figure() + " reconciled in ITEMISED")
          .isEqualTo(it.itemisedVerdict());
    });
  }

  private static Optional<String> verdict(PageLedger ledger, ExpectedFigure expected) {
    Optional<Line> line = ledger.reconciliation().lines().stream()
        .filter(it -> it.attestation().isPresent() && it.figure().toString().equals(expected.figure())).findFirst();
    assertThat(line.map(it -> InWords.of(it.attestation().orElseThrow().value()))).as(expected.figure() + " as said")
        .isEqualTo(expected.said());
    return line.map(it -> it.verdict().name());
  }
}
