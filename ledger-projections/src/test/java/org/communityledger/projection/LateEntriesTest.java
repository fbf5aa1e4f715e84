package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LateEntriesTest {
  @Test
  void what_surely_happened_on_an_earlier_day_was_recorded_late() {
    assertThat(recordedToday(When.on(TODAY.minusDays(3))).isLate()).isTrue();
    assertThat(recordedToday(When.on(TODAY.minusDays(3))).lateness()).contains(new Span(3, Optional.of(3L)));
    assertThat(recordedToday(When.notAfter(TODAY.minusDays(1))).lateness()).contains(new Span(1, Optional.empty()));
  }

  @Test
  void what_may_have_happened_on_the_day_it_was_recorded_is_not_called_late() {
    assertThat(recordedToday(When.on(TODAY)).isLate()).isFalse();
    assertThat(recordedToday(When.during(TODAY.minusDays(3), TODAY)).isLate()).isFalse();
    assertThat(recordedToday(When.unknown()).isLate()).isFalse();
  }

  private static Happening recordedToday(When occurred) {
    CommandId command = new CommandId("c1");
    Header header = Header.of(command, CLERK, occurred, Source.of(Source.Kind.FORM, "F-12"));
    return new Happening(
        new RecordedEvent(7, new EventId(command, 0), Instant.EPOCH, header, Optional.empty(), Set.of(),
            new SurveyRecorded(WALL, Optional.empty())),
        TODAY, Optional.empty());
  }
}
