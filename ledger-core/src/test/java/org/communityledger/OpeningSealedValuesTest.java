package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerPlace;
import static org.communityledger.testing.Matters.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.access.AccessDenied;
import org.communityledger.access.Caller;
import org.communityledger.access.OpeningJournal.Opening;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.seal.Opened;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningSealedValuesTest {
  private static final String WORDS = "the third door on the left";
  private static final PersonId LIU = new PersonId("liu");

  @TempDir
  private Path folder;

  private final List<Opening> openings = new ArrayList<>();

  @Test
  void whoever_handles_cases_there_reads_what_was_told_and_it_is_written_down() {
    try (Ledger ledger = withCase()) {
      assertThat(opened(ledger, Caller.of(LIU, "grid worker").within(ESTATE), "handling"))
          .isEqualTo(new Opened.Plain<>(WORDS));

      assertThat(openings).singleElement().satisfies(it -> {
        assertThat(it.who()).isEqualTo(LIU);
        assertThat(it.subject()).isEqualTo(Tag.parse("case:wall"));
        assertThat(it.keyPurpose() + " " + it.readingPurpose() + " " + it.event() + " " + it.field())
            .isEqualTo("CASE handling report.0 fact/narrative");
      });
    }
  }

  @Test
  void nobody_reads_elsewhere_or_for_another_purpose_or_without_a_role_for_it() {
    try (Ledger ledger = withCase()) {
      assertDenied(ledger, Caller.of(LIU, "grid worker").within(new PlaceId("elsewhere")), "handling");
      assertDenied(ledger, Caller.of(LIU, "grid worker").within(ESTATE), "curiosity");
      assertDenied(ledger, Caller.of(LIU, "resident").within(ESTATE), "handling");
      assertThatThrownBy(() -> ledger.personal().open(ledger.reader().event(3), narrative(ledger), String.class))
          .isInstanceOf(AccessDenied.class);

      assertThat(openings).isEmpty();
    }
  }

  private void assertDenied(Ledger ledger, Caller caller, String readFor) {
    assertThatThrownBy(() -> opened(ledger, caller, readFor)).isInstanceOf(AccessDenied.class)
        .message().doesNotContain(WORDS);
  }

  private static Opened<String> opened(Ledger ledger, Caller caller, String readFor) {
    RecordedEvent reported = ledger.reader().event(3);
    return ledger.as(caller).open(reported, narrative(ledger), String.class, readFor);
  }

  private static org.communityledger.kernel.Sealed<String> narrative(Ledger ledger) {
    return ((CaseReported) ledger.reader().event(3).event()).narrative().orElseThrow();
  }

  private Ledger withCase() {
    Path file = folder.resolve("town.ledger");
    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      receipt(ledger.record(registerEstate(), header("estate")));
      receipt(ledger.record(registerPlace("elsewhere"), header("elsewhere")));
      receipt(ledger.record(report("wall").telling(WORDS), header("report")));
    }
    return Ledger.at(file).openings(openings::add).open();
  }
}
