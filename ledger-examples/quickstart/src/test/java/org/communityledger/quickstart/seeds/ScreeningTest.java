package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.Limit;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.PublicFigures;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article F: a health screening for women. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningTest {
  private static final ProgrammeId SCREENING = new ProgrammeId("screening");
  private static final OrgId HOSPITAL = new OrgId("caring-hospital");
  private static final Actor NURSE = Actor.of(new PersonId("nurse-01"), "nurse").onBehalfOf(HOSPITAL);

  @TempDir
  Path folder;

  private static List<Delivered> examinations(PageLedger ledger) {
    return NeverTest.facts(ledger, Delivered.class).stream().filter(it -> it.programme().equals(SCREENING)).toList();
  }

  @Test
  void s28_the_page_examines_nobody_by_name() {
    ExpectedFigure.require("S28");

    assertThat(examinations(PRESS)).isEmpty();
  }

  @Test
  void s28_2011_examinations_are_of_1523_women() {
    assertThat(examinations(ITEMISED)).hasSize(2011);
    assertThat(examinations(ITEMISED)).extracting(it -> it.lines().getFirst().item()).filteredOn("cervical"::equals)
        .hasSize(1500);
    assertThat(examinations(ITEMISED).stream().map(Delivered::party).distinct()).hasSize(1523);
  }

  @Test
  void s28_nobody_has_the_same_examination_twice() {
    PersonId woman = new PersonId("woman-0007");
    Deliver again = Deliver.of(new DeliveryId("again"), SCREENING, woman, HOSPITAL,
        AidLine.of("cervical", Tally.exact(1, Unit.EXAM)));
    try (Ledger ledger = ITEMISED.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, NURSE, again,
          new AlreadyServed(SCREENING, woman, Limit.of(1, Limit.Per.SERVICE))))
          .singleElement().isInstanceOf(Delivered.class);
    }
  }

  @Test
  void s29_leaflets_nobody_counted_are_some() {
    ExpectedFigure.require("S29");
  }

  @Test
  void s30_what_was_found_is_sealed_and_only_the_follow_up_is_not() {
    ExpectedFigure.require("S30");

    assertThat(NeverTest.facts(PRESS, FindingRecorded.class)).isEmpty();
    assertThat(NeverTest.facts(ITEMISED, FindingRecorded.class)).hasSize(40).filteredOn(FindingRecorded::followUp)
        .hasSize(9);
  }

  @Test
  void s30_three_open_follow_ups_are_too_few_to_be_shown_to_everybody() {
    PublicFigures shown = PublicFigures.of(ITEMISED.views().view(new ScreeningFunnel()),
        FigurePattern.parse("screening.*"));

    assertThat(shown.cells().get(FigureKey.parse("screening.followUpOpen{programme=screening}")))
        .isInstanceOf(PublicFigures.Cell.Suppressed.class);
  }
}
