package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.WANG;
import static org.communityledger.seal.SealingInUse.findingsIn;
import static org.communityledger.seal.SealingInUse.header;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.communityledger.kernel.Sealed;
import org.communityledger.seal.SealingInUse.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values are durable before their events; whatever stops half-way leaves no reference without a value. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoringBeforeTheLogTest {
  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void nothing_is_stored_before_the_log_says_so() {
    try (Vault vault = town.open()) {
      vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));

      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
      vault.store(List.of("c-0", "c-1", "c-2"), (command, value) -> true);
      assertThat(town.rows("SELECT command, pointer FROM blob ORDER BY number"))
          .containsExactly("c-1|/body/card", "c-1|/body/findings");
      vault.store(List.of("c-1"), (command, value) -> true);
      assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly("2");
    }
  }

  @Test
  void where_nothing_waits_the_store_is_not_touched() throws Exception {
    try (Vault vault = town.open()) {
      vault.seal(Visit.to(LIU, "Liu", "well"), header("waits"));
      Path log = town.store.resolveSibling(town.store.getFileName() + "-wal");
      long before = Files.size(log);

      vault.store(List.of("c-1", "c-2"), (command, value) -> true);

      assertThat(Files.size(log)).isEqualTo(before);
      vault.store(List.of("waits"), (command, value) -> true);
      assertThat(Files.size(log)).isGreaterThan(before);
    }
  }

  @Test
  void a_thousand_commands_are_stored_together() {
    List<String> ids = new ArrayList<>();
    try (Vault vault = town.open()) {
      List<Visit> visits = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        ids.add("c-" + i);
        visits.add((Visit) vault.seal(Visit.to(i % 2 == 0 ? LIU : WANG, "name " + i, "findings " + i),
            header("c-" + i)).command());
      }
      vault.store(ids, (command, value) -> true);

      assertThat(town.rows("SELECT count(*), count(DISTINCT key) FROM blob")).containsExactly("2000|4");
      for (int i = 0; i < 1_000; i += 111) {
        assertThat(nameIn(vault, "c-" + i, visits.get(i))).isEqualTo("name " + i);
        assertThat(findingsIn(vault, "c-" + i, visits.get(i))).isEqualTo("findings " + i);
      }
    }
  }

  @Test
  void what_is_refused_is_never_stored() {
    try (Vault vault = town.open()) {
      SealedCommand refused = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      vault.discard(refused.ticket());
      vault.discard(refused.ticket());
      vault.store(List.of("c-1"), (command, value) -> true);

      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
      assertThat(town.rows("SELECT id FROM data_key")).containsExactly("resend-digest");
    }
  }

  @Test
  void refusing_the_command_that_drew_a_key_does_not_take_it_from_another() {
    Visit kept;
    try (Vault vault = town.open()) {
      SealedCommand first = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      SealedCommand second = vault.seal(Visit.to(LIU, "Liu Meilan", "tired"), header("c-2"));
      vault.discard(first.ticket());
      SealedCommand third = vault.seal(Visit.to(LIU, "Liu M.", "ill"), header("c-3"));
      vault.store(List.of("c-2"), (command, value) -> true);
      vault.discard(third.ticket());
      kept = (Visit) second.command();
    }
    try (Vault vault = town.open()) {
      vault.collectOrphans((command, value) -> command.equals("c-2"));

      assertThat(nameIn(vault, "c-2", kept)).isEqualTo("Liu Meilan");
      assertThat(town.rows("SELECT subject, purpose, generation FROM data_key WHERE subject <> '' ORDER BY purpose"))
          .containsExactly("person:p-liu|HEALTH|1", "person:p-liu|IDENTITY|1");
    }
  }

  @Test
  void the_same_command_sent_twice_at_once_keeps_the_values_of_the_one_that_is_recorded() {
    try (Vault vault = town.open()) {
      SealedCommand winner = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      SealedCommand early = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      SealedCommand late = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      vault.discard(early.ticket());
      vault.store(List.of("c-1"), (command, value) -> true);
      assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly("4");
      vault.discard(late.ticket());

      assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly("2");
      assertThat(nameIn(vault, "c-1", (Visit) winner.command())).isEqualTo("Liu");
    }
  }

  @Test
  void of_several_attempts_under_one_id_that_is_stored_which_is_committed() {
    try (Vault vault = town.open()) {
      SealedCommand failed = vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));
      SealedCommand winner = vault.seal(Visit.to(WANG, "Wang", "ill"), header("c-1"));
      town.forget(vault, LIU, "e-1.0"); // what failed may be about somebody forgotten since
      vault.store(List.of("c-1"), (command, value) -> refersTo(winner, value));

      assertThat(nameIn(vault, "c-1", (Visit) winner.command())).isEqualTo("Wang");
      assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly("2");
      vault.discard(failed.ticket());
      assertThat(town.rows("SELECT DISTINCT subject FROM data_key WHERE subject <> ''"))
          .containsExactly("person:p-wang");
    }
  }

  private static boolean refersTo(SealedCommand sealed, String value) {
    Visit visit = (Visit) sealed.command();
    return Stream.of(visit.card(), visit.findings().orElseThrow())
        .anyMatch(it -> it instanceof Sealed.Stored<?> stored && stored.hash().equals(value));
  }

  @Test
  void what_an_attempt_left_that_failed_is_cleared_although_another_was_recorded_under_its_id() {
    SealedCommand recorded;
    try (Vault crashed = town.open()) {
      recorded(crashed, "c-1", Visit.to(LIU, "Liu", "well"));
      recorded = crashed.seal(Visit.to(WANG, "Wang", "ill"), header("c-1"));
      crashed.store(List.of("c-1"), (command, value) -> true);
      assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly("4");
    }
    try (Vault vault = town.open()) {
      assertThat(vault.collectOrphans((command, value) -> refersTo(recorded, value))).isEqualTo(2);

      assertThat(nameIn(vault, "c-1", (Visit) recorded.command())).isEqualTo("Wang");
      assertThat(town.rows("SELECT DISTINCT subject FROM data_key WHERE subject <> ''"))
          .containsExactly("person:p-wang");
    }
  }

  @Test
  void a_store_that_fails_keeps_the_values_waiting() {
    try (Vault vault = town.open()) {
      Visit visit = (Visit) vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1")).command();
      town.sql("ALTER TABLE blob RENAME TO gone");
      assertThatThrownBy(() -> vault.store(List.of("c-1"), (command, value) -> true)).isInstanceOf(SealException.class)
          .hasMessageContaining("Storing personal values in " + town.store + " failed");
      assertThat(town.rows("SELECT id FROM data_key")).containsExactly("resend-digest");
      town.sql("ALTER TABLE gone RENAME TO blob");
      vault.store(List.of("c-1"), (command, value) -> true);

      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
    }
  }

  @Test
  void a_crash_before_storing_leaves_nothing() {
    Vault crashed = town.open();
    crashed.seal(Visit.to(LIU, "Liu", "well"), header("c-1"));

    try (Vault vault = town.open()) { // the other one is as good as dead
      assertThat(vault.collectOrphans((command, value) -> true)).isZero();
      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
    }
    crashed.close();
  }

  @Test
  void a_crash_between_storing_and_the_commit_of_the_log_is_cleared_on_opening() {
    Visit kept;
    try (Vault crashed = town.open()) {
      kept = recorded(crashed, "c-1", Visit.to(LIU, "Liu", "well"));
      recorded(crashed, "c-2", Visit.to(LIU, "Liu", "tired"));
      recorded(crashed, "c-3", Visit.to(WANG, "Wang", "ill"));
    }
    try (Vault vault = town.open()) {
      assertThat(vault.collectOrphans((command, value) -> command.equals("c-1"))).isEqualTo(4);

      assertThat(town.rows("SELECT DISTINCT command FROM blob")).containsExactly("c-1");
      assertThat(town.rows("SELECT DISTINCT subject FROM data_key ORDER BY subject")).containsExactly("",
          "person:p-liu");
      assertThat(nameIn(vault, "c-1", kept)).isEqualTo("Liu");
      recorded(vault, "c-4", Visit.to(WANG, "Wang", "well"));
    }
    Set<String> asked = new java.util.TreeSet<>();
    try (Vault vault = town.open()) {
      vault.collectOrphans((command, value) -> asked.contains(command) || asked.add(command));
    }
    assertThat(asked).containsExactly("c-4"); // what is settled is not looked at again
  }

  @Test
  void many_callers_sealing_for_few_subjects_use_one_key_for_each() throws Exception {
    List<Future<Visit>> sealed = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (Vault vault = town.open(); ExecutorService callers = Executors.newFixedThreadPool(64)) {
      for (int i = 0; i < 64; i++) {
        int caller = i;
        sealed.add(callers.submit(() -> {
          start.await();
          Visit last = Visit.to(LIU, "", "");
          for (int round = 0; round < 20; round++) {
            String id = "c-" + caller + "-" + round;
            SealedCommand each = vault.seal(Visit.to(caller % 2 == 0 ? LIU : WANG, id, "findings"), header(id));
            if (round % 3 == 1) {
              vault.discard(each.ticket());
            } else {
              vault.store(List.of(id), (command, value) -> true);
              last = (Visit) each.command();
            }
          }
          return last;
        }));
      }
      start.countDown();
      for (int i = 0; i < 64; i++) {
        String id = "c-" + i + "-18";
        assertThat(nameIn(vault, id, sealed.get(i).get())).isEqualTo(id);
      }
    }
    assertThat(
        town.rows("SELECT subject, purpose, generation FROM data_key WHERE subject <> '' ORDER BY subject, purpose"))
        .containsExactly("person:p-liu|HEALTH|1", "person:p-liu|IDENTITY|1", "person:p-wang|HEALTH|1",
            "person:p-wang|IDENTITY|1");
    assertThat(town.rows("SELECT count(*) FROM blob")).containsExactly(String.valueOf(64 * 13 * 2));
    assertThat(town.rows("SELECT count(*) FROM blob WHERE key NOT IN (SELECT id FROM data_key)")).containsExactly("0");
  }
}
