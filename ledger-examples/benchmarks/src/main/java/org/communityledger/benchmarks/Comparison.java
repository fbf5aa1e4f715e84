package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Measures several sides in turn, pair by pair, so that whatever slows the machine slows all of them; says the median
 * of the pairs' ratios and their spread. Warm-up pairs are shown, but do not count. Not thread-safe.
 */
final class Comparison {
  private final String title;
  private final String unit;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Figure> figures = new ArrayList<>();

  Comparison(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  private record Column(String what, Side side) {}

  private record Figure(String name, ToDoubleFunction<Map<String, Double>> of, Limit limit, double target) {
    /** A rate has its column already. */
    private boolean isRatio() {
      return name.contains("/");
    }

    private boolean isMet(double value) {
      return limit == Limit.NONE || (limit == Limit.AT_LEAST ? value >= target : value <= target);
    }
  }

  private enum Limit {
    AT_LEAST("≥"), AT_MOST("≤"), NONE("");

    private final String sign;

    Limit(String sign) {
      this.sign = sign;
    }
  }

  Comparison side(String name, String what, Side side) {
    columns.put(name, new Column(what, side));
    return this;
  }

  /** The rate of one side divided by that of another. */
  Comparison ratio(String above, String below) {
    return ratio(above, below, Limit.NONE, 0);
  }

  Comparison ratioAtLeast(String above, String below, double target) {
    return ratio(above, below, Limit.AT_LEAST, target);
  }

  Comparison ratioAtMost(String above, String below, double target) {
    return ratio(above, below, Limit.AT_MOST, target);
  }

  private Comparison ratio(String above, String below, Limit limit, double target) {
    figures.add(new Figure(above + "/" + below, it -> rate(it, above) / rate(it, below), limit, target));
    return this;
  }

  Comparison rateAtLeast(String side, double target) {
    figures.add(new Figure(side, it -> rate(it, side), Limit.AT_LEAST, target));
    return this;
  }

  private static double rate(Map<String, Double> rates, String side) {
    Double rate = rates.get(side);
    if (rate == null) {
      throw new IllegalArgumentException("There is no side " + side);
    }
    return rate;
  }

  /** Measures and prints: some pairs that do not count, then those that do. */
  void run(int warmups, int pairs, PrintStream out) throws Exception {
    out.println();
    out.println(title);
    columns.forEach((name, column) -> out.println("  " + name + "  " + column.what));
    out.println();
    print(out, "pair", columns.keySet().stream().map(it -> it + " " + unit).toList(),
        figures.stream().filter(Figure::isRatio).map(Figure::name).toList());
    List<Map<String, Double>> counted = new ArrayList<>();
    for (int pair = 1 - warmups; pair <= pairs; pair++) {
      Map<String, Double> rates = measure(pair);
      if (pair > 0) {
        counted.add(rates);
      }
      print(out, pair > 0 ? Integer.toString(pair) : "warm-up",
          columns.keySet().stream().map(it -> shown(rate(rates, it))).toList(),
          figures.stream().filter(Figure::isRatio).map(it -> shown(it.of.applyAsDouble(rates))).toList());
    }
    print(out, "median", columns.keySet().stream().map(it -> shown(Spread.of(counted, each -> rate(each, it)).median()))
        .toList(), List.of());
    out.println();
    figures.forEach(it -> conclude(out, it, Spread.of(counted, it.of)));
    out.flush();
  }

  /** Each pair begins with another side, so that none is always the one after the slowest. */
  private Map<String, Double> measure(int pair) throws Exception {
    List<String> order = new ArrayList<>(columns.keySet());
    Collections.rotate(order, pair);
    Map<String, Double> rates = new LinkedHashMap<>();
    for (String name : order) {
      rates.put(name, Objects.requireNonNull(columns.get(name)).side.perSecond());
    }
    return rates;
  }

  private static void conclude(PrintStream out, Figure figure, Spread spread) {
    String result = "  " + figure.name + ": median " + shown(spread.median()) + " (" + shown(spread.least()) + " to "
        + shown(spread.most()) + ")";
    out.println(figure.limit == Limit.NONE
        ? result
        : result + ", target " + figure.limit.sign + " " + shown(figure.target) + ": "
            + (figure.isMet(spread.median()) ? "met" : "MISSED"));
  }

  private static void print(PrintStream out, String first, List<String> rates, List<String> ratios) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-8s", first));
    rates.forEach(it -> line.append(String.format(Locale.ROOT, "%16s", it)));
    ratios.forEach(it -> line.append(String.format(Locale.ROOT, "%10s", it)));
    out.println(line);
    out.flush();
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }

  /** The middle and the ends of some values. */
  private record Spread(double least, double median, double most) {
    private static Spread of(List<Map<String, Double>> pairs, ToDoubleFunction<Map<String, Double>> figure) {
      double[] values = pairs.stream().mapToDouble(figure).sorted().toArray();
      int middle = values.length / 2;
      double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
      return new Spread(values[0], median, values[values.length - 1]);
    }
  }
}
