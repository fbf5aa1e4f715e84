package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.Query;
import org.communityledger.log.Verification;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangedBytesAreFoundTest {
  private static final int PLACES = 12;

  @TempDir
  Path folder;
  private Path file = Path.of("");
  private final List<byte[]> leaves = new ArrayList<>();

  @BeforeEach
  void record_some_places() {
    file = folder.resolve("places.ledger");
    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      for (int i = 0; i < PLACES; i++) {
        var header = ledger.header(Actor.of(new PersonId("liu"), "grid worker"), When.on(LocalDate.of(2024, 8, 2)),
            Source.of(Source.Kind.FORM, "F-" + i));
        ledger.record(new RegisterPlace(new PlaceId("p" + i), "ESTATE", "Estate " + i, Optional.empty(), true), header);
      }
      ledger.reader().log().read(Query.all(), 0, PLACES + 1, PLACES + 1).forEach(it -> leaves.add(it.leaf()));
    }
  }

  @Test
  void any_byte_of_any_entry_changed_in_the_file_names_that_entry() throws Exception {
    byte[] intact = Files.readAllBytes(file);
    for (int position = 0; position <= PLACES; position++) {
      for (int offset : List.of(0, 1, 60, leaves.get(position).length / 2, leaves.get(position).length - 1)) {
        Files.write(file, changed(intact, leaves.get(position), offset));

        Verification result = Ledger.verify(file);

        assertThat(result.isIntact()).isFalse();
        assertThat(result.findings().getFirst().position()).as("byte %d of #%d", offset, position).hasValue(position);
      }
    }
    Files.write(file, intact);
    assertThat(Ledger.verify(file).english()).startsWith("intact, 13 entries, root ");
  }

  @Test
  void a_damaged_tail_is_not_opened_for_writing() throws Exception {
    Files.write(file, changed(Files.readAllBytes(file), leaves.get(5), 30));

    assertThatThrownBy(() -> Ledger.at(file).unrestricted().open()).isInstanceOf(LedgerException.class)
        .hasMessageContaining("is damaged: the last entries and tiles do not give the stored frontier")
        .hasMessageContaining("verify it to find the first wrong position");
    assertThat(folder.toFile().list()).containsExactly("places.ledger");
  }

  /** Changes a byte of the leaf wherever it stands: pages keep stale copies in their unused parts. */
  private static byte[] changed(byte[] file, byte[] leaf, int offset) {
    byte[] changed = file.clone();
    // One character per byte, so that an index in the text is an index in the file.
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String wanted = new String(leaf, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      changed[at + offset] ^= 1;
    }
    return changed;
  }
}
