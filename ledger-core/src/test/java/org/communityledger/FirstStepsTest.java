package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstStepsTest {
  @TempDir
  Path folder;

  @Test
  void a_file_path_is_enough_to_start() {
    RegisterPlace estate = new RegisterPlace(new PlaceId("yunqiyuan"), "ESTATE", "Yunqiyuan", Optional.empty(), true);
    Outcome first;
    Outcome again;
    try (Ledger ledger = Ledger.at(folder.resolve("first.ledger")).unrestricted().open()) {
      var header = ledger.header(Actor.of(new PersonId("liu"), "grid worker"), When.on(LocalDate.of(2024, 8, 2)),
          Source.of(Source.Kind.FORM, "F-12"));
      first = ledger.record(estate, header);
      again = ledger.record(estate, header);
      assertThat(ledger.reader().verify().english()).startsWith("intact, 2 entries, root ");
    }

    assertThat(first).isInstanceOf(Outcome.Accepted.class);
    assertThat(again).isEqualTo(first);
    assertThat(folder.toFile().list()).containsExactly("first.ledger");
  }
}
