package org.communityledger.projection.live;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.Ledger;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.WallLedger;
import org.communityledger.records.RecordsEvent.EventRetracted;

/** Another Java process with little memory that follows a ledger and has an event taken back. */
final class SmallFollower {
  private SmallFollower() {}

  /** Follows there; returns how many events the case and everything were told of, before and after. */
  static String follow(Path ledger, EventId takenBack) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m",
        "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), SmallFollower.class.getName(),
        ledger.toString(), takenBack.value()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return printed + (process.waitFor() == 0 ? "" : "no memory left");
  }

  /** The other process. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Count<CaseId> ofCase = new Count<>("test.CountOfCase", CaseId.class, Telling::caseOf);
    Count<String> ofAll = new Count<>("test.CountOfAll", String.class, it -> Set.of("all"));
    try (Ledger ledger = Ledger.at(Path.of(arguments[0])).unrestricted().open();
        Live live = Live.of(ledger).projections(ofCase, ofAll).start()) {
      live.awaitBuilt(Kept.LONG);
      print(out, live, ofCase, ofAll);
      ledger.history().append(Header.of(new CommandId("r"), WallLedger.CLERK, When.on(WallLedger.TODAY),
          Source.of(Source.Kind.FIRST_HAND, "test")),
          List.of(new EventRetracted(EventId.parse(arguments[1]), Optional.empty(), List.of())));
      live.awaitApplied(ledger.reader().size() - 1, Kept.LONG);
      print(out, live, ofCase, ofAll);
    }
  }

  private static void print(PrintStream out, Live live, Count<CaseId> ofCase, Count<String> ofAll) {
    out.print(live.row(ofCase, WallLedger.WALL).row().orElseThrow().number() + " "
        + live.row(ofAll, "all").row().orElseThrow().number() + " ");
  }

  /** How many events a key was told of. */
  private record Count<K>(String name, Class<K> keyType, Function<RecordedEvent, Set<K>> keysOf)
      implements
        Projection<K, Count.Row> {
    private record Row(int number) {}

    @Override
    public int version() {
      return 1;
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
    public Set<K> keys(RecordedEvent recorded) {
      return keysOf.apply(recorded);
    }

    @Override
    public Optional<Row> apply(K key, Optional<Row> row, Happening happening) {
      return Optional.of(new Row(row.map(Row::number).orElse(0) + 1));
    }
  }
}
