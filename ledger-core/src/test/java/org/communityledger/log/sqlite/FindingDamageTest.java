package org.communityledger.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.communityledger.log.LogException;
import org.communityledger.log.Verification;
import org.communityledger.log.Verification.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What verification finds, and where, when somebody with the file in hand changes it. 300 entries: one tile and 44. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingDamageTest {
  private static final String OTHER_BYTE = "leaf = CAST(replace(CAST(leaf AS TEXT), 'body', 'bodz') AS BLOB)";

  @TempDir
  static Path shared;

  @TempDir
  Path folder;

  @BeforeAll
  static void fill() {
    new LedgerFile(shared.resolve("sound.ledger")).filled(300);
  }

  private LedgerFile sound() {
    try {
      Path copy = folder.resolve("copy.ledger");
      Files.copy(shared.resolve("sound.ledger"), copy, StandardCopyOption.REPLACE_EXISTING);
      return new LedgerFile(copy);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private LedgerFile tampered(String... statements) {
    LedgerFile file = sound();
    file.tamper(statements);
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 1_000})
  void nothing_is_wrong_with_what_the_log_wrote(int size) {
    LedgerFile file = new LedgerFile(folder.resolve("sized.ledger")).filled(size);

    Verification deep = file.verified();

    assertThat(deep.findings()).isEmpty();
    assertThat(deep.isIntact()).isTrue();
    assertThat(deep.head().size()).isEqualTo(size);
    assertThat(file.glancedAt().findings()).isEmpty();
    assertThat(file.glancedAt().head()).isEqualTo(deep.head());
    assertThat(deep.english()).isEqualTo("intact, " + size + " entries, root " + deep.head().rootHex());
  }

  @Test
  void a_changed_leaf_under_a_full_tile() {
    LedgerFile file = tampered("UPDATE event SET " + OTHER_BYTE + " WHERE position = 100");

    assertThat(findings(file)).containsExactly("LEAF@100", "TILE@100", "HEAD");
    assertThat(file.verified().english())
        .isEqualTo("broken at position 100: leaf hash: the stored bytes do not have the stored hash");
    assertThat(file.verified().chinese()).startsWith("第 100 条损坏：叶哈希：");
  }

  @Test
  void a_changed_leaf_after_the_last_full_tile() {
    LedgerFile file = tampered("UPDATE event SET " + OTHER_BYTE + " WHERE position = 270");

    assertThat(findings(file)).containsExactly("LEAF@270", "HEAD");
    assertThat(glance(file)).containsExactly("HEAD");
    refusesToOpen(file, "the last entries and tiles do not give the stored frontier");
  }

  @Test
  void a_leaf_changed_together_with_its_hash() {
    assertThat(findings(tampered("UPDATE event SET " + OTHER_BYTE + ", leaf_hash = x'00' WHERE position = 100")))
        .containsExactly("LEAF@100", "TILE@100", "HEAD");
    LedgerFile file = tampered("UPDATE event SET leaf = (SELECT leaf FROM event WHERE position = 99),"
        + " leaf_hash = (SELECT leaf_hash FROM event WHERE position = 99) WHERE position = 101");
    assertThat(findings(file)).contains("TILE@101", "DECISION@101").endsWith("HEAD").doesNotContain("LEAF@101");
  }

  @Test
  void a_leaf_that_is_no_line_any_more() {
    assertThat(findings(tampered("UPDATE event SET leaf = x'00ff' WHERE position = 100")))
        .startsWith("LEAF@100", "FORMAT@100", "TILE@100").contains("HEAD");
    assertThat(findings(tampered("UPDATE event SET leaf = x'' WHERE position = 100")))
        .startsWith("LEAF@100", "FORMAT@100", "TILE@100").contains("HEAD");
  }

  @Test
  void a_deleted_entry() {
    assertThat(findings(tampered("DELETE FROM event WHERE position = 100"))).containsExactly("POSITION@100");
    assertThat(findings(tampered("DELETE FROM event WHERE position = 0"))).containsExactly("POSITION@0");
    LedgerFile inTail = tampered("DELETE FROM event WHERE position = 270");
    assertThat(findings(inTail)).containsExactly("POSITION@270");
    assertThat(glance(inTail)).containsExactly("POSITION@270");
    refusesToOpen(inTail, "entry #270 is missing");
  }

  @Test
  void a_cut_tail() {
    LedgerFile file = tampered("DELETE FROM event WHERE position >= 298");

    assertThat(findings(file)).contains("HEAD@298", "DECISION", "TAGS@298", "TAGS@299");
    assertThat(glance(file)).containsExactly("POSITION@298");
    refusesToOpen(file, "the head counts 300 entries, but the last stored one is #297");
  }

  @Test
  void an_added_entry() {
    LedgerFile atTheEnd = tampered(
        "INSERT INTO event SELECT 300, type, leaf_hash, leaf FROM event WHERE position = 299");

    assertThat(findings(atTheEnd)).contains("DECISION@300", "HEAD@300");
    assertThat(glance(atTheEnd)).containsExactly("HEAD@300");
    refusesToOpen(atTheEnd, "the head counts 300 entries, but the last stored one is #300");

    LedgerFile inserted = tampered("UPDATE event SET position = -position - 1 WHERE position >= 100",
        "UPDATE event SET position = -position WHERE position < 0",
        "INSERT INTO event SELECT 100, type, leaf_hash, leaf FROM event WHERE position = 99");
    assertThat(findings(inserted)).startsWith("TAGS@100", "TAGS@100", "DECISION@100")
        .noneMatch(it -> it.endsWith("@99"));
  }

  @Test
  void swapped_entries() {
    LedgerFile file = tampered("UPDATE event SET position = -1 WHERE position = 10",
        "UPDATE event SET position = 10 WHERE position = 12", "UPDATE event SET position = 12 WHERE position = -1");

    assertThat(findings(file)).startsWith("TAGS@10").contains("TILE@10", "DECISION@10", "DECISION@12", "HEAD");
  }

  @Test
  void a_negative_position() {
    LedgerFile file = tampered("INSERT INTO event SELECT -1, type, leaf_hash, leaf FROM event WHERE position = 0");

    assertThat(findings(file)).containsExactly("POSITION");
  }

  @Test
  void an_added_tag_row() {
    assertThat(findings(tampered("INSERT INTO event_tag VALUES ('forged', 1, 100)"))).containsExactly("TAGS@100");
    assertThat(findings(tampered("INSERT INTO event_tag VALUES ('forged', 1, 300)"))).containsExactly("TAGS@300");
    assertThat(findings(tampered("INSERT INTO event_tag VALUES ('forged', 1, -1)"))).containsExactly("TAGS@-1");
  }

  @Test
  void a_removed_tag_row() {
    assertThat(findings(tampered("DELETE FROM event_tag WHERE tag = 'all' AND position = 100")))
        .containsExactly("TAGS@100");
  }

  @Test
  void a_changed_tag_row() {
    assertThat(findings(tampered("UPDATE event_tag SET tag = 'else' WHERE tag = 'all' AND position = 100")))
        .containsOnly("TAGS@100");
    assertThat(findings(tampered("UPDATE event_tag SET type = 2 WHERE tag = 'all' AND position = 100")))
        .containsOnly("TAGS@100");
    assertThat(findings(tampered("UPDATE event_tag SET position = 299 WHERE tag = 'i0' AND position = 100")))
        .contains("TAGS@100", "TAGS@299");
  }

  @Test
  void a_tag_row_removed_and_another_added() {
    assertThat(findings(tampered("DELETE FROM event_tag WHERE tag = 'all' AND position = 100",
        "INSERT INTO event_tag VALUES ('forged', 1, 20)"))).containsExactly("TAGS@20", "TAGS@100");
  }

  @Test
  void a_changed_type() {
    assertThat(findings(tampered("UPDATE event SET type = 2 WHERE position = 100"))).contains("TYPE@100")
        .allMatch(it -> it.endsWith("@100"));
    assertThat(findings(tampered("UPDATE event SET type = 99 WHERE position = 100"))).contains("TYPE@100");
    assertThat(findings(tampered("UPDATE event_type SET name = 'C' WHERE id = 1"))).startsWith("TYPE@0", "TYPE@2");
    assertThat(findings(tampered("DELETE FROM event_type WHERE id = 1"))).contains("TYPE@0");
  }

  @Test
  void a_changed_decision() {
    assertThat(findings(tampered("UPDATE decision SET line = x'00' WHERE first = 100"))).containsExactly("DECISION@100",
        "DECISION@101");
    assertThat(findings(tampered("UPDATE decision SET command_id = 'forged' WHERE first = 100")))
        .containsExactly("DECISION@100", "DECISION@101");
    assertThat(findings(tampered("UPDATE decision SET count = 1 WHERE first = 100"))).containsExactly("DECISION@101");
    assertThat(findings(tampered("UPDATE decision SET count = 3 WHERE first = 100"))).startsWith("DECISION@102");
    assertThat(findings(tampered("UPDATE decision SET count = 3 WHERE first = 298"))).containsExactly("DECISION@299");
    assertThat(findings(tampered("UPDATE decision SET count = 0 WHERE first = 298"))).startsWith("DECISION@298");
  }

  @Test
  void a_removed_or_added_decision() {
    assertThat(findings(tampered("DELETE FROM decision WHERE first = 100"))).containsExactly("DECISION@100",
        "DECISION@101");
    assertThat(findings(tampered("INSERT INTO decision VALUES (500, 1, 'forged', x'00', x'00')")))
        .containsExactly("DECISION");
    assertThat(findings(tampered("INSERT INTO decision VALUES (101, 1, 'forged', x'00', x'00')")))
        .containsExactly("DECISION");
  }

  @Test
  void a_changed_removed_or_added_tile() {
    LedgerFile changed = tampered("UPDATE tile SET hashes = zeroblob(8192)");
    assertThat(findings(changed)).containsExactly("TILE@0");
    assertThat(glance(changed)).containsExactly("HEAD");
    refusesToOpen(changed, "the last entries and tiles do not give the stored frontier");

    LedgerFile inPart = tampered("UPDATE tile SET hashes = CAST(substr(hashes, 1, 3200) || zeroblob(32)"
        + " || substr(hashes, 3233) AS BLOB)");
    assertThat(findings(inPart)).hasSize(1).first().asString().startsWith("TILE@");

    LedgerFile shorter = tampered("UPDATE tile SET hashes = substr(hashes, 1, 8191)");
    assertThat(findings(shorter)).containsExactly("TILE@255");
    assertThat(glance(shorter)).containsExactly("TILE@0");
    refusesToOpen(shorter, "tile 0 of level 0 has 8191 bytes");

    LedgerFile removed = tampered("DELETE FROM tile");
    assertThat(findings(removed)).startsWith("TILE@0");
    assertThat(glance(removed)).containsExactly("TILE@0");
    refusesToOpen(removed, "tile 0 of level 0 is missing");

    assertThat(findings(tampered("INSERT INTO tile VALUES (1, 0, x'00')"))).containsExactly("TILE");
  }

  @Test
  void a_changed_head() {
    LedgerFile frontier = tampered("UPDATE log_head SET frontier = zeroblob(128)");
    assertThat(findings(frontier)).containsExactly("HEAD");
    assertThat(glance(frontier)).containsExactly("HEAD");
    refusesToOpen(frontier, "the last entries and tiles do not give the stored frontier");

    LedgerFile smaller = tampered("UPDATE log_head SET size = 299");
    assertThat(findings(smaller)).containsExactly("HEAD@299");
    assertThat(glance(smaller)).contains("HEAD@299");
    refusesToOpen(smaller, "the head counts 299 entries, but the last stored one is #299");

    LedgerFile larger = tampered("UPDATE log_head SET size = 301");
    assertThat(findings(larger)).containsExactly("HEAD@300");
    assertThat(glance(larger)).containsExactly("POSITION@300");

    LedgerFile negative = tampered("UPDATE log_head SET size = -1");
    assertThat(negative.verified().isIntact()).isFalse();
    assertThat(negative.glancedAt().isIntact()).isFalse();
    refusesToOpen(negative, "the head counts -1 entries");

    LedgerFile time = tampered("UPDATE log_head SET time = '2030-01-01T00:00:00.000000Z'");
    assertThat(findings(time)).containsExactly("HEAD@299");

    LedgerFile removed = tampered("DELETE FROM log_head");
    assertThat(findings(removed)).containsExactly("STORAGE@0");
    assertThat(glance(removed)).containsExactly("STORAGE@0");
    assertThatThrownBy(removed::open).isInstanceOf(LogException.class)
        .hasMessage("The stored head is missing; restore a backup");
  }

  @Test
  void a_time_that_goes_back() {
    LedgerFile file = tampered("UPDATE event SET leaf = CAST(replace(CAST(leaf AS TEXT), '2026-11-23', '2026-11-24')"
        + " AS BLOB) WHERE position = 100");

    assertThat(findings(file)).contains("LEAF@100", "TIME@101");
  }

  @Test
  void a_missing_table() {
    LedgerFile file = tampered("DROP TABLE decision");

    assertThat(findings(file)).contains("STORAGE@0");
  }

  @Test
  void garbage_in_the_pages_never_ends_in_anything_but_a_finding() throws IOException {
    long seed = 20_261_123;
    System.out.println("garbage seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int found = 0;
    for (int round = 0; round < 60; round++) {
      LedgerFile file = sound();
      long at = random.nextLong(4_096, Files.size(file.path()) - 600);
      byte[] garbage = new byte[random.nextInt(1, 600)];
      random.nextBytes(garbage);
      try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(garbage), at);
      }
      try {
        found += file.verified().isIntact() ? 0 : 1;
        file.glancedAt();
      } catch (LogException e) {
        found++; // refused on opening, with words
      }
    }
    assertThat(found).isGreaterThan(45);
  }

  @Test
  void a_page_of_garbage_among_the_entries_is_located() throws IOException {
    LedgerFile file = new LedgerFile(folder.resolve("large.ledger")).filled(1_000);
    long page = Long.parseLong(file.value("SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = 'leaf'"
        + " ORDER BY pageno LIMIT 1 OFFSET 20"));
    byte[] garbage = new byte[4_096];
    new SplittableRandom(1).nextBytes(garbage);
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), (page - 1) * 4_096);
    }

    Verification verification = file.verified();

    Finding first = verification.findings().getFirst();
    assertThat(name(first)).startsWith("STORAGE@");
    assertThat(first.position().orElse(0)).isBetween(100L, 900L);
    assertThat(verification.head().size()).isEqualTo(first.position().orElse(0));
  }

  private static void refusesToOpen(LedgerFile file, String problem) {
    assertThatThrownBy(file::open).isInstanceOf(LogException.class).hasMessageContaining(" is damaged: " + problem)
        .hasMessageContaining("verify it to find the first wrong position, and restore a backup");
  }

  private static List<String> findings(LedgerFile file) {
    return file.verified().findings().stream().map(FindingDamageTest::name).toList();
  }

  private static List<String> glance(LedgerFile file) {
    return file.glancedAt().findings().stream().map(FindingDamageTest::name).toList();
  }

  private static String name(Finding finding) {
    return finding.check() + (finding.position().isPresent() ? "@" + finding.position().getAsLong() : "");
  }
}
