package org.communityledger.log.sqlite;

import static org.communityledger.log.Lines.append;
import static org.communityledger.log.Lines.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.communityledger.log.Appended;
import org.communityledger.log.LogException;

/** A second Java process that opens a ledger for writing and tells what happens, line by line. To be closed: kills it. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private OtherProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it.
   *
   * @param what {@code hold} to open and wait, {@code append} to append for ever, printing acknowledged positions
   */
  static OtherProcess start(String what, Path ledger) throws IOException {
    return new OtherProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        OtherProcess.class.getName(), what, ledger.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** The next line it prints; "ended" if there is none. */
  String next() throws IOException {
    String line = lines.readLine();
    return line == null ? "ended" : line;
  }

  /** Kills it. Returns the complete lines it printed before. */
  List<String> kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly(); // the process's own method would close its output unread
    List<String> rest = new ArrayList<>();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rest.add(line);
      }
    } finally {
      process.waitFor();
    }
    return rest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The other process. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SqliteLog log = SqliteLog.open(Path.of(arguments[1]), LedgerFile.CLOCK)) {
      out.println("open");
      if (arguments[0].equals("append")) {
        appendForEver(log, out);
      }
      new CountDownLatch(1).await();
    } catch (LogException e) {
      out.println(e.getMessage());
    }
  }

  private static void appendForEver(SqliteLog log, PrintStream out) {
    long start = log.size();
    for (long i = 0; true; i++) {
      List<CompletableFuture<Appended>> several = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        several.add(log.append(append("c" + start + "." + i + "." + j, line("A", "all"), line("B", "all"))));
      }
      several.forEach(it -> out.println("#" + it.join().first() + "."));
    }
  }
}
