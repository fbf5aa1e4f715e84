package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What samples of a lag say: tenth by tenth of the time, the longest, and whether it grew. */
final class LagTable {
  private static final int ROWS = 10;
  private static final double MOST = 1_000;
  private static final double MOST_GROWTH = 100;

  private final List<LagProbe.Sample> samples;
  private final long end;

  LagTable(List<LagProbe.Sample> samples) {
    this.samples = List.copyOf(samples);
    this.end = samples.getLast().since() + 1;
  }

  void print(PrintStream out) {
    out.printf("  %-8s%16s%16s%16s%n", "second", "entries/s", "median lag ms", "longest lag ms");
    for (int row = 0; row < ROWS; row++) {
      List<LagProbe.Sample> some = part(row, ROWS);
      if (some.size() > 1) {
        Latencies lags = lags(some);
        out.printf(Locale.ROOT, "  %-8.0f%,16.0f%16.2f%16.2f%n", (row + 1) * end / 1e9 / ROWS, rate(some),
            lags.median(),
            lags.longest());
      }
    }
    Latencies all = lags(samples);
    double growth = lags(part(2, 3)).median() - lags(part(0, 3)).median();
    out.println();
    out.printf(Locale.ROOT, "  recorded: %,.0f entries/s%n", rate(samples));
    out.printf(Locale.ROOT, "  lag: %s; target for the longest ≤ %,.0f ms: %s%n", all, MOST,
        said(all.longest() <= MOST));
    out.printf(Locale.ROOT,
        "  median of the first third %.2f ms, of the last %.2f ms; target for the growth ≤ %.0f ms: %s%n",
        lags(part(0, 3)).median(), lags(part(2, 3)).median(), MOST_GROWTH, said(growth <= MOST_GROWTH));
    out.flush();
  }

  private static String said(boolean isMet) {
    return isMet ? "met" : "MISSED";
  }

  /** The samples of one of so many equal parts of the time. */
  private List<LagProbe.Sample> part(int part, int parts) {
    return samples.stream().filter(it -> it.since() * parts / end == part).toList();
  }

  private static Latencies lags(List<LagProbe.Sample> some) {
    Latencies lags = new Latencies();
    some.forEach(it -> lags.add(it.lag()));
    return lags;
  }

  private static double rate(List<LagProbe.Sample> some) {
    LagProbe.Sample first = some.getFirst();
    LagProbe.Sample last = some.getLast();
    return Callers.perSecond(last.position() - first.position(), last.since() - first.since());
  }
}
