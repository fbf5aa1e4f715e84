package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.COUNTING;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.PRINTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.lines.CommandLines;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The articles of the page in other orders: whom and what they name is registered first, then their lines come in turns
 * drawn at random, those of one article in their own order.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherOrdersTest {
  private static final Pattern ROW = Pattern.compile("\"id\":\"(?:press-|item-)?s(\\d\\d)-");
  private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 7, 18), PRINTED);

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"PRESS,1", "PRESS,2", "PRESS,3", "PRESS,4", "ITEMISED,5"})
  void the_articles_in_any_order_give_equal_figures_as_happened(PageLedger page, long seed) throws Exception {
    Path lines = folder.resolve("other-order.jsonl");
    Files.write(lines, inOtherOrder(page, new SplittableRandom(seed)));

    try (Ledger ledger = PageLedger.open(folder.resolve("other.ledger"), EVENING)) {
      new CommandLines(ledger).load(lines);

      assertThat(ledger.reader().size()).isEqualTo(page.reader().size());
      assertThat(ledger.reader().head()).isNotEqualTo(page.reader().head());
      assertThat(DAYS).allSatisfy(
          day -> assertThat(figures(ledger.reader(), day)).isNotEmpty().isEqualTo(figures(page.reader(), day)));
    }
  }

  private static List<String> inOtherOrder(PageLedger page, SplittableRandom random) throws IOException {
    List<String> order = new ArrayList<>();
    Map<String, Deque<String>> articles = new TreeMap<>();
    for (Path part : page.parts()) {
      for (String line : Files.readAllLines(part)) {
        if (part.endsWith("registry.jsonl") || line.contains("\"command\":\"parties.Register")) {
          order.add(line);
        } else {
          articles.computeIfAbsent(articleOf(line), it -> new ArrayDeque<>()).add(line);
        }
      }
    }
    assertThat(articles).hasSize(9);
    while (!articles.isEmpty()) {
      String next = articles.keySet().stream().skip(random.nextInt(articles.size())).findFirst().orElseThrow();
      Deque<String> left = articles.getOrDefault(next, new ArrayDeque<>());
      order.add(left.remove());
      if (left.isEmpty()) {
        articles.remove(next);
      }
    }
    return order;
  }

  /** The article a row of the scenario stands in. */
  private static String articleOf(String line) {
    Matcher row = ROW.matcher(line);
    assertThat(row.find()).as("a row in the id of " + line).isTrue();
    int number = Integer.parseInt(row.group(1));
    return number <= 6
        ? "A"
        : number <= 11
            ? "B"
            : number <= 15
                ? "C"
                : number <= 23
                    ? "D"
                    : number <= 27 ? "E" : number <= 30 ? "F" : number <= 32 ? "G" : number <= 37 ? "H" : "I";
  }

  private static SortedMap<String, String> figures(LedgerReader reader, LocalDate day) {
    Views views = Replay.of(reader).asOf(AsOf.asHappened(day)).run(COUNTING);
    SortedMap<String, String> figures = new TreeMap<>();
    COUNTING.forEach(projection -> views.view(projection).figures(FigurePattern.parse("*"))
        .forEach((key, figure) -> figures.put(key.toString(), InWords.of(figure))));
    return figures;
  }
}
