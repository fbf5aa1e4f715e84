package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.CaseHistory.JULY_19;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.records.Correction;
import org.communityledger.projection.records.Correction.Entry;
import org.communityledger.projection.records.Corrections;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionsOverTimeTest {
  private static final Correction.Key SURVEY = new Correction.Key(EventId.parse("c4.0"));
  private static final Correction.Key MEASURE = new Correction.Key(EventId.parse("c3.0"));

  @BeforeEach
  void tell(LedgerScenario ledger) {
    CaseHistory.tell(ledger);
  }

  @Test
  void a_corrected_entry_tells_what_it_was_and_what_is_in_its_place(LedgerScenario ledger) {
    assertThat(ledger).projection(Corrections.class).row(SURVEY).satisfies(row -> {
      assertThat(row.was().line().type()).isEqualTo("SurveyRecorded");
      assertThat(row.was().line().occurred()).isEqualTo(When.during(JULY_19.minusDays(3), JULY_19));
      assertThat(row.was().lateness()).isEmpty();
      assertThat(row.was().line().struckOutBy()).contains(EventId.parse("c10.0"));
      assertThat(row.retraction().event()).isEqualTo(EventId.parse("c10.0"));
      assertThat(row.retraction().actor().who()).isEqualTo(new PersonId("clerk"));
      assertThat(row.stood()).isEqualTo(Duration.ofDays(1));
      assertThat(row.isReplaced()).isTrue();
      Entry is = row.is().getFirst();
      assertThat(row.is()).hasSize(1);
      assertThat(is.line().event()).isEqualTo(EventId.parse("c10.1"));
      assertThat(is.line().occurred()).isEqualTo(When.on(JULY_19.minusDays(1)));
      assertThat(is.lateness()).contains(new Span(2, Optional.of(2L)));
    });
  }

  @Test
  void an_entry_only_taken_back_has_nothing_in_its_place(LedgerScenario ledger) {
    assertThat(ledger).projection(Corrections.class).row(MEASURE).satisfies(row -> {
      assertThat(row.was().line().type()).isEqualTo("InterimMeasureTaken");
      assertThat(row.is()).isEqualTo(List.of());
      assertThat(row.isReplaced()).isFalse();
      assertThat(row.stood()).isEqualTo(Duration.ofDays(30));
    });
  }

  @Test
  void corrections_are_counted_by_what_was_wrong(LedgerScenario ledger) {
    assertThat(ledger).projection(Corrections.class).figure("corrections.retracted").isExactly(2);
    assertThat(ledger).projection(Corrections.class).figure("corrections.retracted{type=SurveyRecorded}").isExactly(1);
    assertThat(ledger).projection(Corrections.class).figure("corrections.replaced").isExactly(1);
  }

  @Test
  void nothing_is_corrected_before_it_is_known_to_be_wrong(LedgerScenario ledger) {
    assertThat(ledger).projection(Corrections.class).asOf(AsOf.asKnown(11)).hasNoRow(SURVEY);
    assertThat(ledger).projection(Corrections.class).asOf(AsOf.asKnown(11)).figure("corrections.retracted").isAbsent();
    assertThat(ledger).projection(Corrections.class).asOf(AsOf.asKnown(13)).figure("corrections.retracted")
        .isExactly(1);
  }
}
