package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.quickstart.seeds.PageLedger.EVENING;
import static org.communityledger.quickstart.seeds.PageLedger.ITEMISED;
import static org.communityledger.quickstart.seeds.PageLedger.PRESS;

import java.nio.file.Path;
import org.communityledger.Ledger;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourRefusal.HonourHeld;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article H: a tea party with paired families. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PairedFamiliesTest {
  private static final OrgId COMPANY = new OrgId("garment-company");
  private static final OrgId CENTRE = new OrgId("centre-office");
  private static final ProgrammeId CLOTHES = new ProgrammeId("children-clothes");

  @TempDir
  Path folder;

  @Test
  void s33_four_families_are_said_to_have_come_and_an_app_checks_them_in_and_pairs_them() {
    ExpectedFigure.require("S33");
  }

  @Test
  void s34_the_visit_had_three_stops() {
    ExpectedFigure.require("S34");
  }

  @Test
  void s35_children_are_measured_for_clothes_and_none_has_them_yet() {
    ExpectedFigure.require("S35");

    assertThat(NeverTest.facts(PRESS, EntitlementGranted.class)).isEmpty();
    assertThat(NeverTest.facts(ITEMISED, EntitlementGranted.class)).hasSize(6).extracting(EntitlementGranted::programme)
        .containsOnly(CLOTHES);
    assertThat(NeverTest.facts(ITEMISED, Delivered.class)).extracting(Delivered::programme).doesNotContain(CLOTHES);
  }

  @Test
  void s36_an_offer_opens_no_programme() {
    for (PageLedger ledger : PageLedger.values()) {
      assertThat(NeverTest.facts(ledger, ProgrammeOpened.class)).filteredOn(it -> it.sponsors().contains(COMPANY))
          .extracting(ProgrammeOpened::programme).containsExactly(CLOTHES);
    }
  }

  @Test
  void s37_the_company_has_one_plaque() {
    ExpectedFigure.require("S37");

    GrantHonour again = new GrantHonour(new HonourId("again"), "caring-company", COMPANY, CENTRE, "plaque");
    try (Ledger ledger = PRESS.copy(folder, EVENING)) {
      assertThat(OneMore.causesOfRefusing(ledger, Actor.of(new PersonId("centre-clerk-01"), "centre clerk")
          .onBehalfOf(CENTRE), again, new HonourHeld("caring-company", COMPANY, new HonourId("plaque"))))
          .singleElement().isInstanceOf(HonourGranted.class);
    }
  }
}
