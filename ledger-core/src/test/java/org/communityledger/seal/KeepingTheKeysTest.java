package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.seal.SealingInUse.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTheKeysTest {
  private static final String ONE = "kek-one AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String TWO = "kek-two ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void the_key_file_is_made_when_first_needed_for_its_owner_alone() throws Exception {
    KeyRing ring = KeyRing.inFile(town.keys);
    assertThat(Files.exists(town.keys)).isFalse();
    assertThat(ring.ids()).isEmpty();

    town.open(ring).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(town.keys))).isEqualTo("rw-------");
    assertThat(Files.readString(town.keys)).matches("kek-[A-Za-z0-9_-]{12} [A-Za-z0-9+/]{43}=\n");
    assertThat(KeyRing.inFile(town.keys).ids()).isEqualTo(ring.ids()).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void what_a_crash_left_of_an_unfinished_key_file_does_no_harm() throws Exception {
    Files.writeString(town.keys.resolveSibling(town.keys.getFileName() + ".new"), "kek-ha");

    town.open().close();

    assertThat(KeyRing.inFile(town.keys).ids()).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void a_key_file_that_others_can_read_is_refused() throws Exception {
    town.open().close();
    for (String shared : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(town.keys, PosixFilePermissions.fromString(shared));

      assertThatThrownBy(() -> KeyRing.inFile(town.keys)).isInstanceOf(SealException.class)
          .hasMessage("The key file " + town.keys + " can be used by others than its owner (" + shared
              + "); run: chmod 600 " + town.keys);
    }
    Files.setPosixFilePermissions(town.keys, PosixFilePermissions.fromString("r--------"));
    assertThat(KeyRing.inFile(town.keys).ids()).hasSize(1);
  }

  @Test
  void a_lost_key_is_named_and_never_replaced_by_a_new_one() throws Exception {
    String lost;
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      lost = KeyRing.inFile(town.keys).ids().getFirst();
    }
    Files.delete(town.keys);

    assertThatThrownBy(town::open).isInstanceOf(SealException.class)
        .hasMessage(town.store + " needs the key " + lost + ", which is not in the key file " + town.keys
            + " (there: none); put that key back, from the backup of keys made with this store");
    assertThat(Files.exists(town.keys)).isFalse();
    KeyRing.inFile(town.keys).add();
    assertThatThrownBy(town::open).isInstanceOf(SealException.class).hasMessageContaining("needs the key " + lost);
  }

  @Test
  void another_key_under_the_same_id_does_not_open_the_store() {
    town.open(ringOf(ONE)).close();

    assertThatThrownBy(() -> town.open(ringOf(ONE.replace("AAEC", "BBEC")))).isInstanceOf(SealException.class)
        .hasMessageContaining("The key resend-digest in " + town.store + " does not open under kek-one");
  }

  @Test
  void keys_may_stand_in_the_environment() {
    Visit visit;
    try (Vault vault = town.open(ringOf(ONE))) {
      visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
    }
    assertThat(Files.exists(town.keys)).isFalse();
    for (String separator : List.of("\n", ",")) {
      KeyRing ring = ringOf(TWO + separator + ONE);
      assertThat(ring.ids()).containsExactly("kek-two", "kek-one");
      try (Vault vault = town.open(ring)) {
        assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
      }
      assertThatThrownBy(ring::add).isInstanceOf(SealException.class)
          .hasMessageContaining("cannot be changed from here; change it where it is set");
    }
    assertThatThrownBy(() -> KeyRing.inEnvironment("LEDGER_KEYS", name -> null)).isInstanceOf(SealException.class)
        .hasMessage("The environment variable LEDGER_KEYS has no key; set it to <id> <base64 of 32 random bytes>");
  }

  private static KeyRing ringOf(String text) {
    return KeyRing.inEnvironment("LEDGER_KEYS", name -> name.equals("LEDGER_KEYS") ? text : null);
  }

  @Test
  void malformed_keys_are_named_by_their_line_without_showing_them() {
    List<String> malformed = List.of("kek-one", "kek-one AAECAwQF", "kek one two", "k:1 " + ONE.substring(8),
        "kek-one !!ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", ONE + " more");
    List<String> messages = new ArrayList<>();
    for (String each : malformed) {
      assertThatThrownBy(() -> ringOf(TWO + "\n" + each)).isInstanceOf(SealException.class).hasNoCause()
          .satisfies(it -> messages.add(it.getMessage()));
    }
    assertThat(messages).hasSize(6)
        .containsOnly("The environment variable LEDGER_KEYS, line 2, is not a key; write <id> "
            + "<base64 of 32 random bytes>, or restore the keys");
    assertThatThrownBy(() -> ringOf(ONE + "\n" + ONE)).isInstanceOf(SealException.class)
        .hasMessage("The environment variable LEDGER_KEYS has two keys with the id kek-one; leave one");
  }

  @Test
  void no_text_shows_a_key() {
    KeyRing ring = ringOf(ONE);

    assertThat(ring.toString() + ring.current() + ring.find("kek-one")).doesNotContain("AAEC").contains("kek-one");
  }
}
