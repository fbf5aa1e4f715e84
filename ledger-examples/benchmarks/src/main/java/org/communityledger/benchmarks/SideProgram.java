package org.communityledger.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The process of one side. It says {@code ready} on its output when it can be measured; then it answers each line
 * {@code measure} of its input with a rate. Where it fails it says {@code failed} with the reason, prints the error, and
 * ends with 1. When its input ends, it ends too, whatever it is doing: its files are thrown away, so nothing is closed.
 */
final class SideProgram {
  static final String READY = "ready";
  static final String MEASURE = "measure";
  static final String FAILED = "failed ";

  private final PrintStream answers;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  private SideProgram(PrintStream answers) {
    this.answers = answers;
  }

  /** The arguments are the side's name and the words of its options. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a library prints is no answer
    List<String> words = List.of(arguments);
    new SideProgram(answers).serve(
        () -> Benchmark.of(Options.parse(words.subList(1, words.size()))).side(words.getFirst()));
  }

  private void serve(Callable<Side> opening) throws IOException {
    Future<Side> side = worker.submit(() -> orEnd(() -> {
      Side opened = opening.call();
      answers.println(READY);
      return opened;
    }));
    Future<?> last = side;
    try (BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        String request = line;
        last = worker.submit(() -> orEnd(() -> answer(request, side.get())));
      }
    }
    if (last.isDone()) {
      System.exit(0);
    }
    Runtime.getRuntime().halt(0); // hooks that close what is in use would wait, and fail
  }

  private double answer(String request, Side side) throws Exception {
    if (!request.equals(MEASURE)) {
      throw new IllegalArgumentException("A side can be asked to " + MEASURE + ", not to " + request);
    }
    System.gc(); // what the last sample left is not this one's pause
    double rate = side.perSecond();
    answers.println(rate);
    return rate;
  }

  private <T> T orEnd(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Throwable e) { // whatever it is, nobody else would hear of it
      e.printStackTrace();
      answers.println(FAILED + e.toString().replaceAll("\\s+", " "));
      System.exit(1);
      throw e;
    }
  }
}
