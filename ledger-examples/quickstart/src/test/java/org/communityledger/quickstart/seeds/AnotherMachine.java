package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;

/** A process of its own, as on another machine, that replays a ledger and prints the digests of its views. */
final class AnotherMachine {
  private AnotherMachine() {}

  public static void main(String[] args) {
    try (LedgerReader reader = Ledger.at(Path.of(args[0])).unrestricted().openReadOnly()) {
      digests(reader).forEach(System.out::println);
    }
  }

  static List<String> digests(LedgerReader reader) {
    return digests(Replay.of(reader).run(PageLedger.ALL));
  }

  static List<String> digests(Views views) {
    return PageLedger.ALL.stream().map(it -> it.name() + " " + views.view(it).digest()).toList();
  }

  /** The digests as found by a process with these settings. */
  static List<String> digests(Path ledger, String... settings) throws Exception {
    List<String> command = Stream.of(
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
        Stream.of(settings),
        Stream.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
            AnotherMachine.class.getName(), ledger.toString()))
        .flatMap(it -> it).toList();
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.lines().toList();
  }
}
