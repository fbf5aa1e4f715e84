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
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.seal.SealingInUse.Card;
import org.communityledger.seal.SealingInUse.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgettingSubjectsTest {
  private static final String REQUEST = "erase-1.0";

  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void values_of_the_forgotten_are_erased_and_those_of_others_stay() {
    try (Vault vault = town.open()) {
      Visit liu = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      Visit wang = recorded(vault, "c-2", Visit.to(WANG, "Wang", "tired"));
      recorded(vault, "c-3", Visit.to(LIU, "Liu", "ill"));
      assertThat(nameIn(vault, "c-1", liu)).isEqualTo("Liu");

      Destroyed destroyed = town.forget(vault, LIU, REQUEST);

      assertThat(destroyed).isEqualTo(new Destroyed(LIU.tag(), EventId.parse(REQUEST),
          Instant.parse("2026-11-25T08:00:00Z"), 4, List.of(new CommandId("c-1"), new CommandId("c-3"))));
      assertThat(vault.open(new CommandId("c-1"), "/data/fact/card", liu.card(), Card.class))
          .isEqualTo(new Opened.Erased<>(EventId.parse(REQUEST), Instant.parse("2026-11-25T08:00:00Z")));
      assertThat(findingsIn(vault, "c-1", liu)).isEqualTo("erased by erase-1.0");
      assertThat(nameIn(vault, "c-2", wang)).isEqualTo("Wang");
      assertThat(vault.hasDestroyed(LIU.tag())).isTrue();
      assertThat(vault.hasDestroyed(WANG.tag())).isFalse();
    }
  }

  @Test
  void forgetting_again_destroys_nothing_more_and_says_the_same() {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      town.forget(vault, LIU, REQUEST);
    }
    town.passes(Duration.ofDays(1));
    try (Vault vault = town.open()) {
      assertThat(town.forget(vault, LIU, REQUEST)).isEqualTo(new Destroyed(LIU.tag(), EventId.parse(REQUEST),
          Instant.parse("2026-11-25T08:00:00Z"), 2, List.of()));
      assertThat(town.rows("SELECT * FROM tombstone"))
          .containsExactly("person:p-liu|erase-1.0|2026-11-25T08:00:00Z|2");
    }
  }

  @Test
  void somebody_of_whom_nothing_was_sealed_can_be_forgotten() {
    try (Vault vault = town.open()) {
      assertThat(town.forget(vault, LIU, REQUEST).values()).isZero();
      assertThat(vault.hasDestroyed(LIU.tag())).isTrue();
    }
  }

  /** Searches the files themselves; that the search finds what is there is shown first. */
  @Test
  void neither_value_nor_key_remains_in_any_file() {
    try (Vault vault = town.open()) {
      Visit before = recorded(vault, "c-1", Visit.to(LIU, "Liu", "x".repeat(9_000)));
      recorded(vault, "c-2", Visit.to(WANG, "Wang", "y".repeat(9_000)));
      byte[] blob = town.bytes("SELECT bytes FROM blob WHERE command = 'c-1' AND pointer = '/body/card'");
      byte[] large = town
          .bytes("SELECT substr(bytes, 5000, 100) FROM blob WHERE command = 'c-1' AND length(bytes) > 9000");
      byte[] key = town.bytes("SELECT wrapped FROM data_key WHERE subject = 'person:p-liu' AND purpose = 'IDENTITY'");
      assertThat(town.filesWith(blob)).contains("town.ledger.personal-wal");
      assertThat(town.filesWith(large)).contains("town.ledger.personal-wal");
      assertThat(town.filesWith(key)).contains("town.ledger.personal-wal");
      try (Vault reopened = reopened(vault)) {
        assertThat(town.filesWith(key)).containsExactly("town.ledger.personal");
        recorded(reopened, "c-3", Visit.to(LIU, "Liu", "again in the write-ahead log"));

        town.forget(reopened, LIU, REQUEST);

        assertThat(town.filesWith(blob)).isEmpty();
        assertThat(town.filesWith(large)).isEmpty();
        assertThat(town.filesWith(key)).isEmpty();
        assertThat(nameIn(reopened, "c-1", before)).isEqualTo("erased by erase-1.0");
      }
    }
  }

  private Vault reopened(Vault vault) {
    vault.close();
    return town.open();
  }

  /** Somebody puts the value back and makes up a key: only a key still in memory could open it. */
  @Test
  void no_key_of_the_forgotten_stays_at_hand() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
      town.sql("CREATE TABLE kept AS SELECT * FROM blob");
      town.forget(vault, LIU, REQUEST);

      town.sql("INSERT INTO blob SELECT * FROM kept", "UPDATE data_key SET wrapped = zeroblob(61) WHERE subject <> ''");

      assertThatThrownBy(() -> nameIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("does not open under kek-");
    }
  }

  @Test
  void a_reader_that_keeps_an_old_state_is_named_and_the_wiping_is_done_later() throws Exception {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      byte[] key = town.bytes("SELECT wrapped FROM data_key WHERE subject = 'person:p-liu' AND purpose = 'IDENTITY'");
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + town.store);
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM blob")) {
          assertThat(row.next()).isTrue();
          assertThatThrownBy(() -> town.forget(vault, LIU, REQUEST)).isInstanceOf(SealException.class)
              .hasMessageContaining("because another program reads the file; end it");
        }
      }

      town.forget(vault, LIU, REQUEST);

      assertThat(town.filesWith(key)).isEmpty();
    }
  }

  @Test
  void nothing_is_sealed_any_more_for_the_forgotten() {
    try (Vault vault = town.open()) {
      SealedCommand early = vault.seal(Visit.to(LIU, "Liu", "well"), header("early"));
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      town.forget(vault, LIU, REQUEST);
      SealedCommand late = vault.seal(Visit.to(LIU, "Liu", "well"), header("late"));

      assertThatThrownBy(() -> vault.store(List.of("early"), (command, value) -> true))
          .isInstanceOf(SealException.class)
          .hasMessage(
              "Command early would be recorded with a value about person:p-liu, which is forgotten; its decision "
                  + "should have refused it");
      assertThatThrownBy(() -> vault.store(List.of("late"), (command, value) -> true))
          .isInstanceOf(SealException.class);
      vault.discard(early.ticket());
      vault.discard(late.ticket());
      vault.store(List.of("early", "late"), (command, value) -> true);
    }
    try (Vault vault = town.open()) {
      vault.seal(Visit.to(LIU, "Liu", "well"), header("later"));
      assertThatThrownBy(() -> vault.store(List.of("later"), (command, value) -> true))
          .isInstanceOf(SealException.class);
      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
      assertThat(town.rows("SELECT count(*) FROM data_key WHERE wrapped IS NOT NULL AND subject <> ''"))
          .containsExactly("0");
    }
  }

  @Test
  void a_store_alone_is_not_believed_that_a_value_was_erased() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      Visit other = recorded(vault, "c-2", Visit.to(WANG, "Wang", "well"));
      town.forget(vault, LIU, REQUEST);
      town.log.clear();

      assertThatThrownBy(() -> nameIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("the log has no request to forget person:p-liu");
      assertThatThrownBy(() -> vault.seal(Visit.to(LIU, "Liu", "well"), header("c-3")))
          .isInstanceOf(SealException.class)
          .hasMessageContaining("on the request erase-1.0, which the log does not have");
      assertThat(vault.erasuresUnknownToTheLog()).extracting(PersonalStore.Tombstone::subject)
          .containsExactly("person:p-liu");
      town.sql(
          "UPDATE data_key SET wrapped = NULL, destroyed = '2026-11-25T08:00:00Z' WHERE subject = 'person:p-wang'");
      assertThatThrownBy(() -> nameIn(vault, "c-2", other)).isInstanceOf(SealException.class)
          .hasMessageContaining("the log has no request to forget person:p-wang");
    }
  }

  @Test
  void a_backup_that_brings_keys_back_is_noticed_and_forgotten_again() throws Exception {
    Visit visit;
    Path backup = folder.resolve("backup");
    try (Vault vault = town.open()) {
      visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
    }
    Files.copy(town.store, backup);
    try (Vault vault = town.open()) {
      town.forget(vault, LIU, REQUEST);
    }
    Files.copy(backup, town.store, StandardCopyOption.REPLACE_EXISTING);
    try (Vault vault = town.open()) {
      assertThat(vault.hasDestroyed(LIU.tag())).isFalse();

      assertThat(town.forget(vault, LIU, REQUEST).values()).isEqualTo(2);

      assertThat(vault.hasDestroyed(LIU.tag())).isTrue();
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("erased by erase-1.0");
    }
  }

  @Test
  void keys_put_back_under_a_tombstone_are_destroyed_again_too() {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      byte[] wrapped = town.bytes("SELECT wrapped FROM data_key WHERE purpose = 'HEALTH'");
      town.forget(vault, LIU, REQUEST);
      town.sql("UPDATE data_key SET wrapped = x'" + HexFormat.of().formatHex(wrapped)
          + "', destroyed = NULL WHERE purpose = 'HEALTH'");
      assertThat(vault.hasDestroyed(LIU.tag())).isFalse();

      assertThat(town.forget(vault, LIU, REQUEST).values()).isEqualTo(2);

      assertThat(vault.hasDestroyed(LIU.tag())).isTrue();
      assertThat(town.filesWith(wrapped)).isEmpty();
    }
  }
}
