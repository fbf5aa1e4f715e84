package org.communityledger.projection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;

/** Another Java process with little memory that replays a ledger. */
final class SmallMachine {
  private static final int NO_MEMORY = 3;

  private SmallMachine() {}

  /**
   * Replays there; returns the number of events told, or that the memory did not suffice.
   *
   * @param hoarding whether the projection keeps every event it is told of
   */
  static String replay(Path ledger, boolean hoarding) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m",
        "-XX:+ExitOnOutOfMemoryError", "-cp",
        System.getProperty("java.class.path"), SmallMachine.class.getName(), ledger.toString(),
        Boolean.toString(hoarding)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == NO_MEMORY ? "no memory left" : printed;
  }

  /** The other process. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Told told = new Told(Boolean.parseBoolean(arguments[1]));
    try (LedgerReader reader = Ledger.openReadOnly(Path.of(arguments[0]))) {
      out.print(Replay.of(reader).onThreads(2).run(told).row(told, "all").orElseThrow().count());
    }
  }

  /** How many events there were and, if it is a hoarder, which. */
  private record Told(boolean hoarding) implements Projection<String, Told.Row> {
    private record Row(int count, List<RecordedEvent> events) {}

    @Override
    public String name() {
      return "test.Told";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<Row> rowType() {
      return Row.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(Event.class);
    }

    @Override
    public Set<String> keys(RecordedEvent recorded) {
      return Set.of("all");
    }

    @Override
    public Optional<Row> apply(String key, Optional<Row> row, Happening happening) {
      Row before = row.orElseGet(() -> new Row(0, new ArrayList<>()));
      if (hoarding) {
        before.events.add(happening.recorded());
      }
      return Optional.of(new Row(before.count + 1, before.events));
    }
  }
}
