package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.WANG;
import static org.communityledger.seal.SealingInUse.header;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.PersonId;
import org.communityledger.seal.SealingInUse.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key that wraps all others is changed: a new one is added, every key is wrapped anew, the old one is dropped. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingTheKeysTest {
  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void all_keys_are_wrapped_anew_and_the_old_one_is_dropped_when_told() throws Exception {
    List<String> progress = new ArrayList<>();
    KeyRing ring = KeyRing.inFile(town.keys);
    Visit visit;
    try (Vault vault = town.open(ring)) {
      visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      byte[] wrapped = town.bytes("SELECT wrapped FROM data_key WHERE purpose = 'HEALTH'");
      String old = ring.ids().getFirst();
      String fresh = ring.add();
      assertThat(vault.dropUnusedKeys()).isEmpty();

      vault.rewrap((done, total) -> progress.add(done + " of " + total));

      assertThat(progress).containsExactly("3 of 3");
      assertThat(town.rows("SELECT DISTINCT kek FROM data_key")).containsExactly(fresh);
      assertThat(town.filesWith(wrapped)).isEmpty();
      assertThat(ring.ids()).containsExactly(fresh, old);
      assertThat(vault.dropUnusedKeys()).containsExactly(old);
      assertThat(Files.readAllLines(town.keys)).hasSize(1);
    }
    try (Vault vault = town.open()) {
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
    }
  }

  @Test
  void wrapping_anew_is_resumed_after_a_crash() {
    Visit visit = Visit.to(LIU, "", "");
    String fresh;
    try (Vault vault = town.open()) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        ids.add("c-" + i);
        visit = (Visit) vault.seal(Visit.to(new PersonId("p-" + i), "name " + i, "well"), header("c-" + i)).command();
      }
      vault.store(ids, (command, value) -> true);
    }
    KeyRing ring = KeyRing.inFile(town.keys);
    fresh = ring.add();
    try (Vault crashed = town.open(ring)) {
      assertThatThrownBy(() -> crashed.rewrap((done, total) -> {
        throw new IllegalStateException("killed after " + done + " of " + total);
      })).hasMessage("killed after 500 of 801");
    }
    assertThat(town.rows("SELECT count(*) FROM data_key WHERE kek = '" + fresh + "'")).containsExactly("500");
    List<String> progress = new ArrayList<>();
    try (Vault vault = town.open()) {
      assertThat(nameIn(vault, "c-399", visit)).isEqualTo("name 399");
      assertThat(vault.dropUnusedKeys()).isEmpty();

      vault.rewrap((done, total) -> progress.add(done + " of " + total));

      assertThat(progress).containsExactly("301 of 301");
      assertThat(vault.dropUnusedKeys()).hasSize(1);
      assertThat(nameIn(vault, "c-399", visit)).isEqualTo("name 399");
    }
  }

  @Test
  void changing_the_key_again_finishes_an_unfinished_change_first() {
    KeyRing ring = KeyRing.inFile(town.keys);
    try (Vault vault = town.open(ring)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        ids.add("c-" + i);
        vault.seal(Visit.to(new PersonId("p-" + i), "name", "well"), header("c-" + i));
      }
      vault.store(ids, (command, value) -> true);
      assertThatThrownBy(() -> vault.changeKey((done, total) -> {
        throw new IllegalStateException("interrupted");
      })).hasMessage("interrupted");
      assertThat(town.rows("SELECT count(*) FROM data_key WHERE kek = '" + ring.ids().getFirst() + "'"))
          .containsExactly("500");

      vault.changeKey((done, total) -> {});

      assertThat(ring.ids()).hasSize(2);
      assertThat(town.rows("SELECT DISTINCT kek FROM data_key")).containsExactly(ring.ids().getFirst());
      assertThat(vault.dropUnusedKeys()).hasSize(1);
    }
  }

  @Test
  void keys_that_wait_to_be_stored_are_stored_under_the_new_one() {
    KeyRing ring = KeyRing.inFile(town.keys);
    try (Vault vault = town.open(ring)) {
      Visit waits = (Visit) vault.seal(Visit.to(LIU, "Liu", "well"), header("c-1")).command();
      String fresh = ring.add();
      vault.rewrap((done, total) -> {});
      assertThat(vault.dropUnusedKeys()).hasSize(1);
      vault.store(List.of("c-1"), (command, value) -> true);

      assertThat(town.rows("SELECT DISTINCT kek FROM data_key")).containsExactly(fresh);
      assertThat(nameIn(vault, "c-1", waits)).isEqualTo("Liu");
    }
  }

  @Test
  void destroyed_keys_stay_destroyed() {
    KeyRing ring = KeyRing.inFile(town.keys);
    try (Vault vault = town.open(ring)) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      recorded(vault, "c-2", Visit.to(WANG, "Wang", "well"));
      town.forget(vault, LIU, "erase-1.0");
      ring.add();

      vault.rewrap((done, total) -> {});

      assertThat(town.rows("SELECT count(*) FROM data_key WHERE wrapped IS NULL")).containsExactly("2");
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("erased by erase-1.0");
      assertThat(vault.dropUnusedKeys()).hasSize(1);
    }
  }
}
