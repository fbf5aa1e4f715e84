package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.codec.CommandNames;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.EventTypes;
import org.communityledger.codec.PlainValues;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.log.Append;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.SettableClock;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.Verification;
import org.communityledger.log.Verifier;
import org.communityledger.log.sqlite.SqliteLog;
import org.communityledger.seal.Inspection;
import org.communityledger.seal.KeyRing;
import org.communityledger.seal.PersonalStore;
import org.communityledger.seal.SealedEvents;
import org.communityledger.seal.Vault;
import org.communityledger.seal.sqlite.SqlitePersonalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What deep verification finds when somebody with the personal store in hand changes it. #0 and #1 are visits to Liu and
 * Wang; Chen, visited at #2, was forgotten on the request at #3.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalValuesVerifiedTest {
  private static final String ORIGIN = "ledger.example.org/test";
  private static final EventCodec CODEC = new EventCodec(ORIGIN,
      new EventTypes(List.of(new EventType("test.Visited", 1, Visited.class),
          new EventType("test.Forgotten", 1, Forgotten.class)), Map.of()),
      new CommandNames(Map.of()));

  @TempDir
  Path folder;

  private Path ledger = Path.of("");
  private Path store = Path.of("");
  private Path keys = Path.of("");

  record Visited(PersonId person, Sealed<String> name, Sealed<String> findings) implements Event, Personal {
    @Override
    public Set<Tag> tags() {
      return Set.of(person.tag());
    }

    @Override
    public SealedFor sealedFor(String member) {
      return SealedFor.of(person, member.equals("name") ? "IDENTITY" : "HEALTH");
    }
  }

  record Forgotten(Tag subject) implements Erasure {
    @Override
    public Set<Tag> tags() {
      return Set.of(subject, SealedFor.tagOf(subject));
    }
  }

  @BeforeEach
  void record_three_visits_and_forget_the_third() {
    ledger = folder.resolve("town.ledger");
    store = SqlitePersonalStore.fileBeside(ledger);
    keys = KeyRing.fileBeside(ledger);
    try (SqliteLog log = SqliteLog.open(ledger, new SettableClock()); Vault vault = vault(log)) {
      visit(log, vault, "c-1", "p-liu", Optional.empty());
      visit(log, vault, "c-2", "p-wang", Optional.of("she asked"));
      visit(log, vault, "c-3", "p-chen", Optional.empty());
      forget(log, vault, "erase-1", "p-chen");
    }
  }

  private Vault vault(SqliteLog log) {
    return Vault.open(SqlitePersonalStore.open(store, ORIGIN), KeyRing.inFile(keys), ORIGIN,
        new PlainValues(new CommandNames(Map.of())), new SettableClock(), new LoggedErasures(log, CODEC));
  }

  private static void visit(SqliteLog log, Vault vault, String command, String person, Optional<String> reason) {
    PersonId whom = new PersonId(person);
    Header given = reason.map(header(command)::because).orElseGet(() -> header(command));
    SealedEvents sealed = vault.sealEvents(new CommandId(command), given,
        List.of(new Visited(whom, Sealed.of("name of " + person), Sealed.of("findings on " + person))));
    Set<Tag> tags = new HashSet<>(sealed.events().getFirst().tags());
    tags.add(SealedFor.tagOf(whom.tag()));
    reason.ifPresent(it -> tags.add(SealedFor.tagOf(new CommandId(command).tag())));
    vault.store(List.of(command), (id, value) -> true);
    append(log, sealed.header(), sealed.events().getFirst(), tags);
  }

  private static void forget(SqliteLog log, Vault vault, String command, String person) {
    Forgotten request = new Forgotten(new PersonId(person).tag());
    append(log, header(command), request, request.tags());
    vault.destroy(request.subject(), new EventId(new CommandId(command), 0), Instant.parse("2026-11-25T08:00:00Z"));
  }

  private static void append(SqliteLog log, Header header, Event event, Set<Tag> tags) {
    byte[] decision = ("decided " + header.command()).getBytes(StandardCharsets.UTF_8);
    log.append(new Append(header.command().value(), decision, new byte[0], List.of(CODEC.encode(
        new EventId(header.command(), 0), event, header, Optional.empty(), tags, MerkleHash.plain(decision))),
        AppendCondition.none())).join();
  }

  private static Header header(String command) {
    return Header.of(new CommandId(command), Actor.of(new PersonId("p-worker"), "grid worker"),
        When.on(LocalDate.of(2026, 11, 25)), Source.of(Source.Kind.FORM, "F-1"))
        .stamped(LocalDate.of(2026, 11, 25), ZoneId.of("Asia/Shanghai"));
  }

  private Verification verified(Path keyFile) {
    try (SqliteLog log = SqliteLog.openReadOnly(ledger); StoredEvidence evidence = log.evidence()) {
      if (!Files.exists(store)) {
        return verified(log, evidence, Optional.empty(), keyFile);
      }
      try (PersonalStore personal = SqlitePersonalStore.openReadOnly(store, ORIGIN)) {
        return verified(log, evidence, Optional.of(personal), keyFile);
      }
    }
  }

  private static Verification verified(
      SqliteLog log,
      StoredEvidence evidence,
      Optional<PersonalStore> personal,
      Path keyFile) {
    return Verifier.deep(evidence, CODEC, (position, size) -> {},
        new PersonalCheck(CODEC, personal.map(it -> findings -> new Inspection(it, KeyRing.inFile(keyFile), ORIGIN,
            new LoggedErasures(log, CODEC), findings))));
  }

  private List<String> findings() {
    return verified(keys).findings().stream()
        .map(it -> it.check() + (it.position().isPresent() ? "@" + it.position().getAsLong() : "") + " " + it.detail())
        .toList();
  }

  private void sql(String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private String value(String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "nothing";
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private String key(String person, String purpose) {
    return value("SELECT id FROM data_key WHERE subject = 'person:" + person + "' AND purpose = '" + purpose + "'");
  }

  @Test
  void nothing_is_wrong_with_what_the_vault_wrote() {
    assertThat(findings()).isEmpty();
    assertThat(verified(keys).notes()).isEmpty();
    assertThat(verified(keys).isIntact()).isTrue();
  }

  @Test
  void without_the_keys_at_hand_all_but_the_opening_is_checked() {
    Path none = folder.resolve("none.keys");

    assertThat(verified(none).findings()).isEmpty();
    assertThat(verified(none).notes()).extracting(Verification.Note::english)
        .containsExactly(
            "5 personal values were not opened, because the keys that wrap their keys are not at hand; their "
                + "hashes, keys and erasures were checked");
    assertThat(verified(none).notes().getFirst().chinese()).startsWith("5 个个人信息值因缺少主密钥而未解密");
    sql("DELETE FROM blob WHERE command = 'c-1' AND pointer = '/events/0/name'");
    assertThat(verified(none).findings()).hasSize(1);
  }

  @Test
  void swapped_blobs() {
    sql("CREATE TEMP TABLE before AS SELECT * FROM blob WHERE pointer = '/events/0/name'",
        "UPDATE blob SET bytes = (SELECT bytes FROM before WHERE before.command <> blob.command)"
            + " WHERE pointer = '/events/0/name'");

    assertThat(findings()).containsExactly(
        "PERSONAL@0 /data/fact/name: the encrypted value does not have the hash the entry names",
        "PERSONAL@1 /data/fact/name: the encrypted value does not have the hash the entry names");
  }

  @Test
  void blobs_swapped_between_fields_and_commands() {
    sql("UPDATE blob SET pointer = '/events/0/findings' WHERE command = 'c-1' AND pointer = '/events/0/name'");
    assertThat(findings()).containsExactly("PERSONAL@0 /data/fact/name: the encrypted value does not open as "
        + "/events/0/findings of command c-1 under its key " + key("p-liu", "IDENTITY"));
  }

  @Test
  void a_flipped_byte_of_a_blob() {
    sql("UPDATE blob SET bytes = substr(bytes, 1, 20) || x'00' || substr(bytes, 22)"
        + " WHERE command = 'c-1' AND pointer = '/events/0/findings' AND substr(bytes, 21, 1) <> x'00'",
        "UPDATE blob SET bytes = substr(bytes, 1, 21) || x'01' || substr(bytes, 23)"
            + " WHERE command = 'c-1' AND pointer = '/events/0/findings' AND substr(bytes, 22, 1) <> x'01'");

    assertThat(findings()).containsExactly(
        "PERSONAL@0 /data/fact/findings: the encrypted value does not have the hash the entry names");
  }

  @Test
  void a_deleted_blob() {
    sql("DELETE FROM blob WHERE command = 'c-2' AND pointer = '/header/reason'");

    assertThat(findings())
        .containsExactly("PERSONAL@1 /data/header/reason: the encrypted value is missing, although its "
            + "key " + value("SELECT id FROM data_key WHERE purpose = 'REASON'") + " is not destroyed");
  }

  @Test
  void a_deleted_key() {
    String key = key("p-wang", "HEALTH");
    sql("DELETE FROM data_key WHERE id = '" + key + "'");

    assertThat(findings())
        .containsExactly("PERSONAL@1 /data/fact/findings: there is no key " + key + " in the personal store");
  }

  @Test
  void a_key_of_another_row() {
    String key = key("p-liu", "HEALTH");
    sql("UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE id = '" + key("p-wang", "HEALTH")
        + "') WHERE id = '" + key + "'");

    assertThat(findings()).containsExactly("PERSONAL@0 /data/fact/findings: its key " + key + " does not open under "
        + KeyRing.inFile(keys).ids().getFirst() + ": it was wrapped for another row or ledger, or changed");
  }

  @Test
  void a_key_of_another_ledger() {
    String key = key("p-liu", "HEALTH");
    Path other = folder.resolve("other.ledger");
    Path ofOther = SqlitePersonalStore.fileBeside(other);
    try (Vault vault = Vault.open(SqlitePersonalStore.open(ofOther, "ledger.example.org/other"), KeyRing.inFile(keys),
        "ledger.example.org/other", new PlainValues(new CommandNames(Map.of())), new SettableClock(),
        (request, subject) -> false)) {
      vault.sealEvents(new CommandId("c-1"), header("c-1"),
          List.of(new Visited(new PersonId("p-liu"), Sealed.of("name"), Sealed.of("findings"))));
      vault.store(List.of("c-1"), (command, value) -> true);
    }
    sql("ATTACH '" + ofOther + "' AS other",
        "UPDATE data_key SET wrapped = (SELECT wrapped FROM other.data_key WHERE purpose = 'HEALTH') WHERE id = '" + key
            + "'");
    assertThat(findings()).containsExactly("PERSONAL@0 /data/fact/findings: its key " + key + " does not open under "
        + KeyRing.inFile(keys).ids().getFirst() + ": it was wrapped for another row or ledger, or changed");

    sql("UPDATE data_key SET kek = 'kek-other' WHERE id = '" + key + "'");
    assertThat(findings()).containsExactly("PERSONAL@0 /data/fact/findings: its key " + key
        + " is wrapped by kek-other, which is not among the keys at hand");
  }

  @Test
  void a_key_passed_off_as_that_of_another_subject() {
    String key = key("p-liu", "HEALTH");
    sql("UPDATE data_key SET subject = 'person:p-zhao' WHERE id = '" + key + "'");

    assertThat(findings()).containsExactly(
        "PERSONAL@0 /data/fact/findings: its key " + key
            + " is for person:p-zhao, but the entry has no tag subject:person:p-zhao",
        "PERSONAL@0 /data/fact/findings: its key " + key + " does not open under "
            + KeyRing.inFile(keys).ids().getFirst() + ": it was wrapped for another row or ledger, or changed");
  }

  @Test
  void a_tombstone_without_its_event() {
    sql("UPDATE data_key SET wrapped = NULL, destroyed = '2026-11-25T08:00:00Z' WHERE subject = 'person:p-wang'",
        "DELETE FROM blob WHERE key IN (SELECT id FROM data_key WHERE subject = 'person:p-wang')",
        "INSERT INTO tombstone VALUES ('person:p-wang', 'erase-2.0', '2026-11-25T08:00:00Z', 2)");

    assertThat(findings()).containsExactly("PERSONAL@1 /data/fact/name: the personal store says that person:p-wang was "
        + "forgotten on the request erase-2.0, which the log does not have");
    sql("UPDATE tombstone SET request = 'erase-1.0'"); // somebody else's
    assertThat(findings()).containsExactly("PERSONAL@1 /data/fact/name: the personal store says that person:p-wang was "
        + "forgotten on the request erase-1.0, which the log does not have");
  }

  @Test
  void a_destroyed_key_without_tombstone() {
    String key = key("p-liu", "HEALTH");
    sql("UPDATE data_key SET wrapped = NULL, destroyed = '2026-11-25T08:00:00Z' WHERE id = '" + key + "'",
        "DELETE FROM blob WHERE key = '" + key + "'");

    assertThat(findings()).containsExactly("PERSONAL@0 /data/fact/findings: the key " + key + " of person:p-liu is "
        + "destroyed, but there is no tombstone for person:p-liu");
  }

  @Test
  void an_emptied_key_and_an_emptied_value() {
    String key = key("p-liu", "HEALTH");
    sql("UPDATE data_key SET wrapped = x'' WHERE id = '" + key + "'",
        "UPDATE blob SET bytes = x'' WHERE command = 'c-2' AND pointer = '/events/0/name'");

    assertThat(findings()).containsExactly(
        "PERSONAL@0 /data/fact/findings: its key " + key + " does not open under "
            + KeyRing.inFile(keys).ids().getFirst() + ": it was wrapped for another row or ledger, or changed",
        "PERSONAL@1 /data/fact/name: the encrypted value does not have the hash the entry names");
  }

  @Test
  void an_erasure_that_was_not_carried_out() {
    sql("DELETE FROM tombstone");
    String key = key("p-chen", "HEALTH");

    assertThat(findings()).hasSize(2).anyMatch(it -> it.startsWith("PERSONAL@2 /data/fact/name: the key "))
        .contains(
            "PERSONAL@3 person:p-chen was to be forgotten, but the personal store has no tombstone for it: open the "
                + "ledger, which destroys what is left");
    assertThat(key).isNotEqualTo("nothing");
  }

  @Test
  void keys_of_the_forgotten_brought_back() {
    sql("UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE subject = 'person:p-liu' LIMIT 1),"
        + " destroyed = NULL WHERE subject = 'person:p-chen' AND purpose = 'HEALTH'");

    assertThat(findings()).containsExactly(
        "PERSONAL@2 /data/fact/findings: the encrypted value is missing, although its key " + key("p-chen", "HEALTH")
            + " is not destroyed",
        "PERSONAL@3 person:p-chen was forgotten, but the personal store has keys or values of it again: open the ledger, "
            + "which destroys them");
  }

  @Test
  void the_key_for_resends_gone() {
    sql("DELETE FROM data_key WHERE id = 'resend-digest'");

    assertThat(findings())
        .containsExactly("PERSONAL the key by which resent commands are recognised is missing or does not open");
  }

  @Test
  void the_whole_store_gone() throws Exception {
    Files.delete(store);

    assertThat(findings())
        .containsExactly("PERSONAL@0 there is no personal store, and the entries refer to 7 values in "
            + "it, here for the first time; restore it from a backup");
  }

  @Test
  void rows_that_are_no_rows_stop_the_check_with_a_finding() {
    sql("UPDATE data_key SET created = 'some time' WHERE subject = 'person:p-liu'");
    assertThat(findings()).hasSize(1).first().asString()
        .startsWith("PERSONAL@0 the personal store was checked only up to here:");
    sql("UPDATE data_key SET created = '2026-11-25T08:00:00Z'", "DROP TABLE blob");
    assertThat(findings()).hasSize(1).first().asString()
        .startsWith("PERSONAL@0 the personal store was checked only up to here: Reading " + store + " failed");
  }

  @Test
  void an_erasure_recorded_while_verification_runs_is_no_finding() {
    List<String> found = new ArrayList<>();
    try (SqliteLog log = SqliteLog.open(ledger, new SettableClock()); StoredEvidence before = log.evidence()) {
      before.head(); // from here on it shows this moment
      try (Vault vault = vault(log)) {
        forget(log, vault, "erase-2", "p-liu");
      }
      try (PersonalStore personal = SqlitePersonalStore.openReadOnly(store, ORIGIN)) {
        verified(log, before, Optional.of(personal), keys).findings().forEach(it -> found.add(it.english()));
      }
    }
    assertThat(found).isEmpty();
    assertThat(verified(keys).isIntact()).isTrue();
  }

  @Test
  void no_finding_shows_a_value() {
    sql("UPDATE blob SET pointer = 'elsewhere'",
        "UPDATE data_key SET kek = 'kek-other' WHERE subject = 'person:p-liu'");

    assertThat(findings()).hasSize(5).noneMatch(it -> it.contains("name of") || it.contains("findings on"));
  }
}
