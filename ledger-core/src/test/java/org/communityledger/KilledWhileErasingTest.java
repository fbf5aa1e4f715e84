package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.CLERK;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.log.Proofs;
import org.communityledger.log.TreeHead;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.seal.Opened;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An erasure asks the clock in each of its steps: when its request is stamped and gets its place, before anything is
 * destroyed, when its completion is stamped and gets its place. A process of its own ends at the first, second and so on
 * of these questions, as by {@code kill -9}, until one comes through.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledWhileErasingTest {
  private static final String CANARY = "the canary sings behind the third door";
  private static final Tag WALL = Tag.parse("case:wall");
  private static final int KILLED = 9;
  private static final int MOST_STEPS = 30;

  @TempDir
  private Path folder;

  /** How a ledger was found after a kill. */
  private enum Found {
    UNTOUCHED, FINISHED_ON_OPENING, DONE
  }

  @Test
  void wherever_it_is_killed_the_erasure_is_not_begun_or_finished_on_opening() throws Exception {
    TreeHead before = prepared(Files.createDirectory(folder.resolve("prepared")));
    Set<Found> found = new HashSet<>();
    int step = 1;

    int ended = KILLED;
    while (ended == KILLED && step < MOST_STEPS) {
      Path copy = copied(step);
      ended = eraseAndDieAt(step, copy);
      found.add(look(copy, before));
      step++;
    }

    assertThat(ended).isZero();
    assertThat(step).as("questions asked").isGreaterThan(5);
    assertThat(found).containsExactlyInAnyOrder(Found.UNTOUCHED, Found.FINISHED_ON_OPENING, Found.DONE);
  }

  private Found look(Path file, TreeHead before) throws IOException {
    Found found;
    try (Ledger ledger = open(file, InstantSource.system())) {
      RecordedEvent reported = ledger.reader().event(2);
      Opened<String> narrative = ledger.personal().open(reported,
          ((CaseReported) reported.event()).narrative().orElseThrow(), String.class);
      assertThat(Proofs.root(before.size(), ledger.reader().log().hashes())).isEqualTo(before.root());
      assertThat(ledger.reader().verify().findings()).isEmpty();
      if (ledger.reader().size() == before.size()) {
        assertThat(narrative).isEqualTo(new Opened.Plain<>(CANARY));
        return Found.UNTOUCHED;
      }
      assertThat(narrative).isInstanceOf(Opened.Erased.class);
      assertThat(ledger.reader().size()).isEqualTo(before.size() + 2);
      RecordedEvent request = ledger.reader().event(before.size());
      assertThat(request.event()).isInstanceOf(ErasureRequested.class);
      assertThat(ledger.reader().event(before.size() + 1).event())
          .isEqualTo(new SubjectErased(WALL, request.id(), 1));
      assertThat(ledger.reader().log().decision("report").orElseThrow().digest()).isEmpty();
      found = ledger.personal().findings().isEmpty() ? Found.DONE : Found.FINISHED_ON_OPENING;
    }
    assertThat(Ledger.verify(file).isIntact()).isTrue();
    return found;
  }

  private static TreeHead prepared(Path folder) {
    try (Ledger ledger = open(folder.resolve("town.ledger"), InstantSource.system())) {
      receipt(ledger.record(registerEstate(), header("estate")));
      receipt(ledger.record(report("wall").telling(CANARY), header("report")));
      receipt(ledger.record(new GiveApproval(new ApprovalId("yes"), "records.EraseSubject", WALL, Optional.empty()),
          header("approve", CHIEF)));
      return ledger.reader().head();
    }
  }

  private Path copied(int step) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("step-" + step));
    try (Stream<Path> files = Files.list(folder.resolve("prepared"))) {
      for (Path each : files.toList()) {
        Files.copy(each, copy.resolve(each.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy.resolve("town.ledger");
  }

  private static int eraseAndDieAt(int step, Path file) throws Exception {
    List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), KilledWhileErasingTest.class.getName(), file.toString(),
        Integer.toString(step));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int ended = process.waitFor();
    assertThat(ended).as(output).isIn(0, KILLED);
    assertThat(output).doesNotContain(CANARY);
    return ended;
  }

  private static Ledger open(Path file, InstantSource clock) {
    return Ledger.at(file).clock(clock).unrestricted().open();
  }

  /** The process that erases and ends when its clock is asked the n-th time after opening. */
  public static void main(String[] arguments) {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    InstantSource clock = () -> {
      if (left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
      return Instant.now();
    };
    try (Ledger ledger = open(Path.of(arguments[0]), clock)) {
      left.set(Integer.parseInt(arguments[1]));
      receipt(ledger.record(new EraseSubject(WALL, "REQUEST", new ApprovalId("yes")), header("erase", CLERK)));
      left.set(Integer.MAX_VALUE);
    }
  }
}
