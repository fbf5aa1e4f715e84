package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The articles of the page in another order: whom and what they name is registered and the stations are open first, then their lines come in turns
 * drawn at random, those of one article in their own order.
 */
final class OtherOrder {
  private static final Pattern ROW = Pattern.compile("\"id\":\"(?:press-|item-)?s(\\d\\d)-");

  private OtherOrder() {}

  static List<String> of(PageLedger page, SplittableRandom random) throws IOException {
    List<String> order = new ArrayList<>();
    Map<String, Deque<String>> articles = new TreeMap<>();
    for (Path part : page.parts()) {
      for (String line : Files.readAllLines(part)) {
        boolean isNeededByOthers = line.contains("\"command\":\"parties.Register")
            || line.contains("-s03-stations-open");
        if (part.endsWith("registry.jsonl") || isNeededByOthers) {
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
}
