package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.communityledger.codec.RowCodec;
import org.communityledger.kernel.CaseId;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestsOfViewsTest {
  @TempDir
  Path folder;

  private WallLedger ledger;

  @BeforeEach
  void open() {
    ledger = WallLedger.in(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** What sha256sum says of these bytes, put together by hand. */
  @Test
  void a_digest_is_that_of_the_name_the_version_the_size_and_all_rows() {
    ViewDigest digest = new ViewDigest(new CaseRegister(), 7);
    digest.add(bytes("\"a\""), bytes("{\"n\":1}"));
    digest.add(bytes("\"ü\""), bytes("{}"));

    assertThat(digest.hex()).isEqualTo("fed7d302b2178cb2c69712577cf5f9a7570885fd652ea1a5c3eb8640ec3aeccc");
    assertThat(new ViewDigest(new CaseRegister(), 0).hex())
        .isEqualTo("b265920b8cb5ebacee6143ad9ab117c432825df72d175f0772df36c0e67a4b19");
  }

  @Test
  void a_view_is_digested_row_by_row_in_the_order_of_the_keys_bytes() {
    ledger.given(report(WALL));
    ledger.given(report(RAILING));
    View<CaseId, CaseRow> view = ledger.replay().run(new CaseRegister()).view(new CaseRegister());
    RowCodec codec = ledger.ledger().reader().codec().rows();

    ViewDigest expected = new ViewDigest(new CaseRegister(), 7);
    expected.add(bytes("\"railing\""), codec.write(CaseRow.class, view.row(RAILING).orElseThrow()));
    expected.add(bytes("\"wall\""), codec.write(CaseRow.class, view.row(WALL).orElseThrow()));

    assertThat(view.rows().keySet()).containsExactly(WALL, RAILING);
    assertThat(view.digest()).isEqualTo(expected.hex());
  }

  @Test
  void rows_out_of_order_are_refused() {
    ViewDigest digest = new ViewDigest(new CaseRegister(), 7);
    digest.add(bytes("\"ü\""), bytes("{}"));

    assertThatThrownBy(() -> digest.add(bytes("\"z\""), bytes("{}"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rows are digested in the order of their keys, but \"z\" came after \"ü\"");
    assertThatThrownBy(() -> digest.add(bytes("\"ü\""), bytes("{}"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void threads_time_zone_and_language_of_the_machine_make_no_difference() {
    new RandomCases(ledger, new SplittableRandom(5)).live(60, () -> {});
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Set<List<String>> digests = new HashSet<>();
    try {
      for (String other : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        for (Locale language : List.of(Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.forLanguageTag("tr"))) {
          Locale.setDefault(language);
          digests.add(digests(ledger.replay().onThreads(1)));
          digests.add(digests(ledger.replay().onThreads(7)));
        }
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }

    assertThat(digests).containsExactly(digests(ledger.replay()));
  }

  @Test
  void every_change_of_a_row_and_every_further_entry_changes_the_digest() {
    ledger.given(report(WALL));
    String before = digests(ledger.replay()).getFirst();
    ledger.given(report(RAILING));

    assertThat(digests(ledger.replay()).getFirst()).isNotEqualTo(before);
    assertThat(digests(ledger.replay().asOf(AsOf.asKnown(5))).getFirst()).isEqualTo(before);
    assertThat(digests(ledger.replay().asOf(AsOf.asKnown(4))).getFirst())
        .as("no row yet, but other sizes").isNotEqualTo(digests(ledger.replay().asOf(AsOf.asKnown(3))).getFirst());
  }

  @Test
  void rows_of_the_shipped_projections_are_read_back_as_they_were_written() {
    Seeds.cases(2, random -> {
      try (WallLedger other = WallLedger.in(Files.createTempDirectory(folder, "case"))) {
        new RandomCases(other, random).live(80, () -> {});
        RowCodec codec = other.ledger().reader().codec().rows();
        Views views = other.replay().run(new CaseRegister(), new HazardFixHistory());

        for (Map.Entry<CaseId, CaseRow> each : views.rows(new CaseRegister()).entrySet()) {
          assertThat(again(codec, CaseId.class, each.getKey())).isEqualTo(each.getKey());
          assertThat(again(codec, CaseRow.class, each.getValue())).isEqualTo(each.getValue());
        }
        for (CaseTimeline each : views.rows(new HazardFixHistory()).values()) {
          assertThat(again(codec, CaseTimeline.class, each)).isEqualTo(each);
        }
      }
    });
  }

  private static <T> T again(RowCodec codec, Class<T> type, T value) {
    return codec.read(type, codec.write(type, value));
  }

  private static List<String> digests(Replay replay) {
    Views views = replay.run(new CaseRegister(), new HazardFixHistory());
    return List.of(views.view(new CaseRegister()).digest(), views.view(new HazardFixHistory()).digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
