package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.OneMore.CLERK;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityKind;
import org.communityledger.activities.ActivityRefusal.EditionTaken;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.ActivityRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article G: the fifth speech contest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeechContestTest {
  private static final ActivityId CONTEST = new ActivityId("speech-contest");

  @TempDir
  Path folder;

  private static ActivityRow row(String activity) {
    return PRESS.views().row(new ActivityLog(), new ActivityId(activity)).orElseThrow();
  }

  @Test
  void s31_the_fifth_contest_has_three_groups_and_at_least_seven_hosts() {
    ExpectedFigure.require("S31");

    assertThat(row("speech-contest").plan().edition()).hasValue(5);
    assertThat(row("speech-contest").plan().groups()).hasSize(3);
    assertThat(row("speech-contest").hosts()).isEqualTo(Tally.atLeast(7, Unit.PIECE));
  }

  @Test
  void s31_the_ceremony_of_30_july_belongs_to_it_and_its_year_is_inferred() {
    assertThat(row("speech-ceremony").plan().partOf()).hasValue(CONTEST);
    assertThat(row("speech-ceremony").held())
        .hasValue(When.on(LocalDate.of(2024, 7, 30)).asStated("7月30日").inferring(When.Part.YEAR));
  }

  @Test
  void s31_another_fifth_contest_is_refused() {
    PlanActivity another = PlanActivity.of(new ActivityId("another"), ActivityKind.CONTEST, "Speech contest",
        new OrgId("contest-host-1")).edition(5);
    try (Ledger ledger = PRESS.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, CLERK, another, new EditionTaken("Speech contest", 5, CONTEST)))
          .singleElement().extracting(it -> ((ActivityPlanned) it).edition()).isEqualTo(Optional.of(5));
    }
  }

  @Test
  void s32_three_forms_are_named_and_there_were_more() {
    ExpectedFigure.require("S32");
  }
}
