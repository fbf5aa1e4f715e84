package org.communityledger.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A side in a process of its own, seen from the program: a JVM with the same settings and classes, idle until it is
 * asked. Asked by one thread at a time; each answer is waited for half an hour at most.
 */
final class RemoteSide implements Side, AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(30);
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;
  private final ExecutorService reading = Executors.newSingleThreadExecutor();

  private RemoteSide(String name, Process process) {
    this.name = name;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts a side and waits until it is ready. What it prints as errors is printed here.
   *
   * @throws IllegalStateException if the side fails, with the reason
   */
  static RemoteSide start(String name, Options options) throws Exception {
    return start(name, options, Redirect.INHERIT);
  }

  /** The same, with its errors going elsewhere. */
  static RemoteSide start(String name, Options options, Redirect errors) throws Exception {
    RemoteSide side = new RemoteSide(name, new ProcessBuilder(command(name, options)).redirectError(errors).start());
    try {
      String first = side.answer();
      if (!first.equals(SideProgram.READY)) {
        throw new IllegalStateException("Side " + name + " should say that it is ready, but said " + first);
      }
      return side;
    } catch (Exception e) {
      side.close();
      throw e;
    }
  }

  /** Starts a side, lets it do its work once, and ends it: for what other sides need. */
  static double once(String name, Options options) throws Exception {
    try (RemoteSide side = start(name, options)) {
      return side.perSecond();
    }
  }

  /** The command line of a side's process. */
  static List<String> command(String name, Options options) {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command()
        .orElseThrow(() -> new IllegalStateException("This system does not say which java runs this program")));
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), SideProgram.class.getName(), name));
    words.addAll(options.words());
    return words;
  }

  @Override
  public double perSecond() throws Exception {
    requests.write(SideProgram.MEASURE + "\n");
    requests.flush();
    return Double.parseDouble(answer());
  }

  private String answer() throws InterruptedException, ExecutionException, TimeoutException {
    Future<Optional<String>> line = reading.submit(() -> Optional.ofNullable(answers.readLine()));
    String answer = line.get(LONGEST_ANSWER.toMinutes(), TimeUnit.MINUTES).orElseThrow(this::ended);
    if (answer.startsWith(SideProgram.FAILED)) {
      throw new IllegalStateException("Side " + name + " " + answer + "; its stack trace stands above");
    }
    return answer;
  }

  private IllegalStateException ended() {
    return new IllegalStateException("Side " + name + " ended instead of answering; what it said stands above");
  }

  /** Ends the process, by force if it takes longer than half a minute. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      process.destroyForcibly(); // it does not listen any more
    }
    process.onExit().completeOnTimeout(process, LONGEST_END.toSeconds(), TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
    reading.close();
  }
}
