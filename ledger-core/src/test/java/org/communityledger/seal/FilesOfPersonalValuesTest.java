package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.ORIGIN;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.communityledger.seal.SealingInUse.Visit;
import org.communityledger.seal.sqlite.SqlitePersonalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilesOfPersonalValuesTest {
  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void store_and_keys_lie_beside_the_ledger() {
    town.open().close();

    assertThat(folder).isDirectoryContaining("glob:**town.ledger.personal")
        .isDirectoryContaining("glob:**town.ledger.keys");
  }

  @Test
  void a_closed_store_is_one_file() {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
    }

    assertThat(folder).isDirectoryNotContaining("glob:**-wal").isDirectoryNotContaining("glob:**-shm");
  }

  @Test
  void the_store_marks_its_file_and_overwrites_what_it_deletes() {
    try (Vault vault = town.open()) {
      assertThat(town.rows("PRAGMA application_id")).containsExactly(String.valueOf(0x434c5056));
      assertThat(town.rows("PRAGMA user_version")).containsExactly("1");
      assertThat(town.rows("PRAGMA journal_mode")).containsExactly("wal");
      assertThat(town.rows("SELECT value FROM setting WHERE name = 'origin'")).containsExactly(ORIGIN);
      assertThat(vault.hasDestroyed(LIU.tag())).isFalse();
    }
  }

  @Test
  void a_file_that_is_no_personal_store_is_refused() throws Exception {
    Files.writeString(town.store, "not a database at all, but long enough to be one");
    refused("is not a personal store: it is no SQLite file; move it away, and restore the store from a backup");

    Files.delete(town.store);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + town.store);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("CREATE TABLE event (position INTEGER)");
    }
    refused("is an SQLite file, but not a personal store; restore the store from a backup");

    Files.delete(town.store);
    Files.createDirectory(town.store);
    refused("is a directory; name a file");
  }

  @Test
  void a_store_of_a_newer_format_or_another_ledger_is_refused() {
    town.open().close();
    town.sql("PRAGMA user_version = 2");
    refused("has format 2; this version reads up to format 1: use a newer version of the library");
    town.sql("PRAGMA user_version = 1", "UPDATE setting SET value = 'ledger.example.org/other' WHERE name = 'origin'");
    refused("is the personal store of ledger.example.org/other, not of ledger.example.org/test; put the store of this "
        + "ledger in its place");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> SqlitePersonalStore.open(town.store, ORIGIN)).isInstanceOf(SealException.class)
        .hasMessage(town.store + " " + message);
    assertThatThrownBy(() -> SqlitePersonalStore.openReadOnly(town.store, ORIGIN)).isInstanceOf(SealException.class);
  }

  @Test
  void a_store_whose_first_key_is_gone_is_refused() {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
    }
    town.sql("DELETE FROM data_key WHERE id = 'resend-digest'");

    assertThatThrownBy(town::open).isInstanceOf(SealException.class).hasMessage(town.store
        + " has keys, but not the one by which resent commands are recognised; restore the store from a backup");
  }

  @Test
  void a_store_can_be_read_beside_its_writer_and_not_be_changed() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      try (SqlitePersonalStore beside = SqlitePersonalStore.openReadOnly(town.store, ORIGIN)) {
        assertThat(beside.wrappings()).hasSize(1);
        assertThatThrownBy(() -> beside.add(List.of(), List.of())).isInstanceOf(SealException.class)
            .hasMessage(town.store + " is open for reading only");
      }
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
    }
    assertThatThrownBy(() -> SqlitePersonalStore.openReadOnly(folder.resolve("none"), ORIGIN))
        .isInstanceOf(SealException.class).hasMessage("There is no personal store at " + folder.resolve("none")
            + "; restore it from a backup");
  }
}
