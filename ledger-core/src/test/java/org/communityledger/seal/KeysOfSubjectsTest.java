package org.communityledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.seal.SealingInUse.LIU;
import static org.communityledger.seal.SealingInUse.header;
import static org.communityledger.seal.SealingInUse.nameIn;
import static org.communityledger.seal.SealingInUse.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.kernel.PersonId;
import org.communityledger.seal.SealingInUse.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysOfSubjectsTest {
  private static final String GENERATIONS = "SELECT purpose, generation, created FROM data_key WHERE subject = 'person:p-liu' ORDER BY purpose, generation";

  @TempDir
  Path folder;

  private SealingInUse town;

  @BeforeEach
  void begin() {
    town = new SealingInUse(folder);
  }

  @Test
  void a_key_seals_for_a_year_and_opens_for_ever() {
    Visit first;
    Visit last;
    try (Vault vault = town.open()) {
      first = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      town.passes(Duration.ofDays(365).minusSeconds(1));
      recorded(vault, "c-2", Visit.to(LIU, "Liu", "well"));
      assertThat(town.rows(GENERATIONS)).hasSize(2);
      town.passes(Duration.ofSeconds(1));
      last = recorded(vault, "c-3", Visit.to(LIU, "Liu Meilan", "well"));
    }
    try (Vault vault = town.open()) {
      assertThat(town.rows(GENERATIONS)).containsExactly("HEALTH|1|2026-11-25T08:00:00Z",
          "HEALTH|2|2027-11-25T08:00:00Z", "IDENTITY|1|2026-11-25T08:00:00Z", "IDENTITY|2|2027-11-25T08:00:00Z");
      assertThat(nameIn(vault, "c-1", first)).isEqualTo("Liu");
      assertThat(nameIn(vault, "c-3", last)).isEqualTo("Liu Meilan");
    }
  }

  @Test
  void keys_at_hand_are_looked_up_again_after_ten_minutes() {
    try (Vault vault = town.open()) {
      Visit visit = recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
      town.sql("UPDATE data_key SET wrapped = zeroblob(61) WHERE subject <> ''");

      town.passes(Duration.ofMinutes(10));
      assertThat(nameIn(vault, "c-1", visit)).isEqualTo("Liu");
      recorded(vault, "c-2", Visit.to(LIU, "Liu", "well"));
      town.passes(Duration.ofSeconds(1));
      assertThatThrownBy(() -> nameIn(vault, "c-1", visit)).isInstanceOf(SealException.class)
          .hasMessageContaining("does not open under kek-");
      assertThatThrownBy(() -> vault.seal(Visit.to(LIU, "Liu", "well"), header("c-3")))
          .isInstanceOf(SealException.class).hasMessageContaining("does not open under kek-");
    }
  }

  @Test
  void a_key_that_waits_to_be_stored_is_not_drawn_again() {
    try (Vault vault = town.open()) {
      Visit early = (Visit) vault.seal(Visit.to(LIU, "Liu", "well"), header("early")).command();
      town.passes(Duration.ofHours(1));
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 2_500; i++) { // so many others that keys at hand are cleared
        ids.add("c-" + i);
        vault.seal(Visit.to(new PersonId("p-" + i), "name", "well"), header("c-" + i));
      }
      Visit late = (Visit) vault.seal(Visit.to(LIU, "Liu", "well"), header("late")).command();
      vault.store(List.of("late"), (command, value) -> true);
      vault.store(ids, (command, value) -> true);
      vault.store(List.of("early"), (command, value) -> true);

      assertThat(town.rows(GENERATIONS)).containsExactly("HEALTH|1|2026-11-25T08:00:00Z",
          "IDENTITY|1|2026-11-25T08:00:00Z");
      assertThat(nameIn(vault, "early", early)).isEqualTo("Liu");
      assertThat(nameIn(vault, "late", late)).isEqualTo("Liu");
    }
  }

  @Test
  void ids_of_keys_say_nothing_of_whom_they_are_for() {
    try (Vault vault = town.open()) {
      recorded(vault, "c-1", Visit.to(LIU, "Liu", "well"));
    }
    assertThat(town.rows("SELECT id FROM data_key WHERE subject <> ''")).hasSize(2)
        .allMatch(it -> it.matches("[A-Za-z0-9_-]{22}"));
  }
}
