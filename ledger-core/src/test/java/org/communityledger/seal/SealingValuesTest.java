package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.findingsIn;
import static org.communityledger.seal.SealingInUse.header;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.seal.SealingInUse.Card;
import org.communityledger.seal.SealingInUse.Visit;
import org.communityledger.seal.SealingInUse.Visited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingValuesTest {
  private static final String SECRET = "Liu Meilan, 血压 180";

  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void a_stored_value_opens_again_also_after_reopening() {
    Visit visit;
    try (Vault vault = town.open()) {
      visit = recorded(vault, "c-1", Visit.to(LIU, "Liu Meilan", "血压 180"));

      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu Meilan");
      assertThat(findingsIn(vault, "c-1", visit)).isEqualTo("血压 180");
    }
    try (Vault vault = town.open()) {
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu Meilan");
    }
  }

  @Test
  void reasons_and_events_of_the_bulk_door_are_sealed_by_their_place() {
    try (Vault vault = town.open()) {
      SealedEvents sealed = vault.sealEvents(new CommandId("c-9"), header("c-9").because("she asked"),
          List.of(new Visited(LIU, Sealed.of("well")), new Visited(LIU, Sealed.of("tired"))));
      vault.store(List.of("c-9"), (command, value) -> true);

      assertThat(
          town.rows("SELECT command, pointer, subject, purpose FROM blob JOIN data_key ON key = id ORDER BY pointer"))
          .containsExactly("c-9|/events/0/findings|person:p-liu|HEALTH", "c-9|/events/1/findings|person:p-liu|HEALTH",
              "c-9|/header/reason|command:c-9|REASON");
      Visited second = (Visited) sealed.events().get(1);
      assertThat(vault.open(new CommandId("c-9"), "/data/fact/findings", second.findings(), String.class))
          .isEqualTo(new Opened.Plain<>("tired"));
      assertThat(vault.open(new CommandId("c-9"), "/data/header/reason", sealed.header().reason().orElseThrow(),
          String.class)).isEqualTo(new Opened.Plain<>("she asked"));
    }
  }

  @Test
  void the_same_value_twice_gives_two_references() {
    try (Vault vault = town.open()) {
      Visit first = recorded(vault, "c-1", Visit.to(LIU, "Liu", "same"));
      Visit second = recorded(vault, "c-2", Visit.to(LIU, "Liu", "same"));

      assertThat(first.findings()).isNotEqualTo(second.findings());
    }
  }

  @Test
  void a_command_without_values_leaves_nothing_behind() {
    try (Vault vault = town.open()) {
      assertThat(vault.sealEvents(new CommandId("c-1"), header("c-1"), List.of()).events()).isEmpty();
      vault.store(List.of("c-1"), (command, value) -> true);

      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
      assertThat(town.rows("SELECT id FROM data_key")).containsExactly("resend-digest");
    }
  }

  @Test
  void a_reference_is_not_taken_from_a_caller() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));

      assertThatThrownBy(() -> vault.seal(visit, header("c-2"))).isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The value at /body/card of command c-2 is a reference to a sealed value; give it in the clear");
    }
  }

  /** The format as an outsider would read it: with the JDK and the three files' contents alone. */
  @Test
  void the_stored_bytes_are_what_the_decision_record_19_says() throws Exception {
    Visit visit;
    try (Vault vault = town.open()) {
      visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "血压 180"));
    }
    Sealed.Stored<String> stored = (Sealed.Stored<String>) visit.findings().orElseThrow();
    String[] kek = Files.readString(town.keys).strip().split(" ", -1);
    byte[] wrapped = town.bytes("SELECT wrapped FROM data_key WHERE id = '" + stored.key() + "'");
    byte[] blob = town.bytes("SELECT bytes FROM blob WHERE pointer = '/body/findings'");

    byte[] key = opened(Base64.getDecoder().decode(kek[1]), wrapped,
        "ledger-kek/v1\0ledger.example.org/test\0" + stored.key() + "\0person:p-liu\0HEALTH\0001");
    byte[] value = opened(key, blob, "ledger-pd/v1\0ledger.example.org/test\0c-1\0/body/findings\0" + stored.key());

    assertThat(key).hasSize(32);
    assertThat(new String(value, StandardCharsets.UTF_8)).isEqualTo("\"血压 180\"");
    assertThat(stored.hash()).isEqualTo(Base64.getUrlEncoder().withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(blob)));
    assertThat(blob).hasSize(1 + 12 + "\"血压 180\"".getBytes(StandardCharsets.UTF_8).length + 16).startsWith(1);
    for (String other : List.of("ledger-pd/v2\0ledger.example.org/test\0c-1\0/body/findings\0" + stored.key(),
        "ledger-pd/v1\0ledger.example.org/other\0c-1\0/body/findings\0" + stored.key(),
        "ledger-pd/v1\0ledger.example.org/test\0c-2\0/body/findings\0" + stored.key(),
        "ledger-pd/v1\0ledger.example.org/test\0c-1\0/body/card\0" + stored.key(),
        "ledger-pd/v1\0ledger.example.org/test\0c-1\0/body/findings\0other")) {
      assertThatThrownBy(() -> opened(key, blob, other)).isInstanceOf(AEADBadTagException.class);
    }
  }

  private static byte[] opened(byte[] key, byte[] sealed, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, Arrays.copyOfRange(sealed, 1, 13)));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(Arrays.copyOfRange(sealed, 13, sealed.length));
  }

  @Test
  void a_value_does_not_open_in_another_place() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, SECRET, SECRET));
      recorded(vault, "c-2", Visit.to(LIU, SECRET, SECRET));

      assertThatThrownBy(() -> findingsIn(vault, "c-2", visit)).isInstanceOf(SealException.class)
          .hasMessage("The value at /data/fact/findings of command c-2 is missing in " + town.store
              + " without having been erased; restore the store from a backup");
      town.sql("DELETE FROM blob WHERE command = 'c-2'", "UPDATE blob SET command = 'c-2' WHERE command = 'c-1'");
      assertThatThrownBy(() -> findingsIn(vault, "c-2", visit)).isInstanceOf(SealException.class)
          .hasMessage(
              "The value at /data/fact/findings of command c-2 does not open: its encrypted bytes belong to another "
                  + "key, command or field; verify deeply");
      town.sql("UPDATE blob SET command = 'c-1'",
          "UPDATE blob SET pointer = '/body/card' WHERE pointer = '/body/findings'");
      assertThatThrownBy(() -> findingsIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("/data/fact/findings of command c-1 does not open");
    }
  }

  @Test
  void what_is_missing_or_changed_is_an_error_and_never_erased() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, SECRET, SECRET));
      String key = ((Sealed.Stored<Card>) visit.card()).key();

      town.sql("UPDATE blob SET bytes = bytes || x'00' WHERE pointer = '/body/findings'");
      assertThatThrownBy(() -> findingsIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("/data/fact/findings of command c-1: its encrypted bytes in")
          .hasMessageContaining("do not have the hash the reference names");
      town.sql("DELETE FROM blob");
      assertThatThrownBy(() -> nameIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("/data/fact/card of command c-1 is missing in")
          .hasMessageContaining("without having been erased");
      town.sql("DELETE FROM data_key WHERE id = '" + key + "'");
      assertThatThrownBy(() -> nameIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("there is no key " + key);
    }
  }

  @Test
  void no_text_or_message_shows_a_value() {
    try (Vault vault = town.open()) {
      Visit visit = Visit.to(LIU, SECRET, SECRET);
      SealedCommand sealed = vault.seal(visit, header("c-1").because(SECRET));
      vault.store(List.of("c-1"), (command, value) -> true);
      Visit stored = (Visit) sealed.command();

      assertThat(List.of(visit, sealed, sealed.ticket(), vault, vault.open(new CommandId("c-1"), "/data/fact/card",
          stored.card(), Card.class)).toString()).doesNotContain("Liu").doesNotContain("血压");
      assertThatThrownBy(() -> vault.open(new CommandId("c-1"), "/data/fact/card", other(stored.card()), Integer.class))
          .isInstanceOf(SealException.class).hasNoCause()
          .hasMessage("The value at /data/fact/card of command c-1 is not java.lang.Integer (UncheckedIOException)");
      assertThatThrownBy(() -> vault.seal(new Odd(Sealed.of(new Unwritable(SECRET))), header("c-2")))
          .isInstanceOf(SealException.class).hasNoCause().hasMessageContaining("/body/what of command c-2")
          .hasMessageNotContaining("Liu");
    }
    assertThat(town.filesWith("Liu Meilan".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Sealed<Integer> other(Sealed<Card> reference) {
    Sealed.Stored<Card> stored = (Sealed.Stored<Card>) reference;
    return new Sealed.Stored<>(stored.key(), stored.hash());
  }

  /** A value whose writing fails with a message that shows it. */
  record Unwritable(String text) {
    @Override
    public String text() {
      throw new IllegalStateException(text);
    }
  }

  record Odd(Sealed<Unwritable> what) implements Command, Personal {
    @Override
    public SealedFor sealedFor(String member) {
      return SealedFor.of(LIU, "ODD");
    }
  }

  @Test
  void a_half_sealed_command_leaves_nothing_waiting() {
    try (Vault vault = town.open()) {
      Visit half = new Visit(LIU, Sealed.of(new Card("Liu", LocalDate.EPOCH)),
          Optional.of(new Sealed.Stored<>("k", "x".repeat(43))));

      assertThatThrownBy(() -> vault.seal(half, header("c-1"))).isInstanceOf(IllegalArgumentException.class);
      vault.store(List.of("c-1"), (command, value) -> true);

      assertThat(town.rows("SELECT * FROM blob")).isEmpty();
    }
  }

  @Test
  void resends_are_told_by_a_keyed_digest_that_outlives_the_process() throws Exception {
    byte[] sent = "{\"reason\":\"she asked\"}".getBytes(StandardCharsets.UTF_8);
    byte[] digest;
    try (Vault vault = town.open()) {
      digest = vault.resendDigest(sent);

      assertThat(vault.resendDigest(sent)).isEqualTo(digest);
      assertThat(vault.resendDigest("other".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(digest);
    }
    try (Vault vault = town.open()) {
      assertThat(vault.resendDigest(sent)).isEqualTo(digest);
    }
    byte[] key = opened(Base64.getDecoder().decode(Files.readString(town.keys).strip().split(" ", -1)[1]),
        town.bytes("SELECT wrapped FROM data_key WHERE id = 'resend-digest'"),
        "ledger-kek/v1\0ledger.example.org/test\0resend-digest\0\0DIGEST\0001");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    assertThat(mac.doFinal(sent)).isEqualTo(digest);
  }
}
