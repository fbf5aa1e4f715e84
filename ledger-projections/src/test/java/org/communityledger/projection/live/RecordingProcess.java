package org.communityledger.projection.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.communityledger.projection.Projection;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;

/** Another Java process that records and keeps views, and prints a line for each command. To be closed: kills it. */
final class RecordingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private RecordingProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it on the ledger in the folder, with projections of a version. */
  static RecordingProcess start(Path folder, int version, long seed) throws IOException {
    return new RecordingProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        RecordingProcess.class.getName(), folder.toString(), Integer.toString(version), Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** What it keeps. */
  static List<Projection<?, ?>> projections(int version) {
    return List.of(new CaseRegister(), new HazardFixHistory(), Telling.byRole().version(version),
        Telling.byRoleWithStruckOut().version(version), Telling.byEvent().version(version));
  }

  /** The next line it prints; "ended" if there is none. */
  String next() throws IOException {
    String line = lines.readLine();
    return line == null ? "ended" : line;
  }

  /** Kills it, in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
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
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WallLedger wall = WallLedger.in(Path.of(arguments[0]));
        Live live = Live.of(wall.ledger()).projections(projections(Integer.parseInt(arguments[1]))).start()) {
      out.println("recording");
      new RandomCases(wall, new SplittableRandom(Long.parseLong(arguments[2]))).live(Integer.MAX_VALUE,
          () -> out.println(live.progress().getFirst().position()));
    }
  }
}
