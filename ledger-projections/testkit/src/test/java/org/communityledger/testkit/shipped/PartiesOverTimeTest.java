package org.communityledger.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testkit.LedgerAssertions.assertThat;
import static org.communityledger.testkit.shipped.PartiesHistory.COURIERS;
import static org.communityledger.testkit.shipped.PartiesHistory.DISTRICT;
import static org.communityledger.testkit.shipped.PartiesHistory.EAST;
import static org.communityledger.testkit.shipped.PartiesHistory.ESTATE;
import static org.communityledger.testkit.shipped.PartiesHistory.GARMENT;
import static org.communityledger.testkit.shipped.PartiesHistory.IN_MID_JULY;
import static org.communityledger.testkit.shipped.PartiesHistory.JULY_19;
import static org.communityledger.testkit.shipped.PartiesHistory.JULY_20;
import static org.communityledger.testkit.shipped.PartiesHistory.MOTHER;
import static org.communityledger.testkit.shipped.PartiesHistory.OFFICE;
import static org.communityledger.testkit.shipped.PartiesHistory.RIDERS;
import static org.communityledger.testkit.shipped.PartiesHistory.SON;
import static org.communityledger.testkit.shipped.PartiesHistory.WEST;
import static org.communityledger.testkit.shipped.PartiesHistory.WORKS;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.OrgRow;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.parties.Orgs;
import org.communityledger.projection.parties.PersonRow;
import org.communityledger.projection.parties.PersonRow.Stay;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Watched;
import org.communityledger.testkit.LedgerScenario;
import org.communityledger.testkit.LedgerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@LedgerTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartiesOverTimeTest {
  @BeforeEach
  void tell(LedgerScenario ledger) {
    PartiesHistory.tell(ledger);
  }

  @Test
  void an_organisation_stands_with_its_other_names(LedgerScenario ledger) {
    assertThat(ledger).projection(OrgTree.class).row(OFFICE)
        .isEqualTo(new OrgRow(OFFICE, "SUBDISTRICT", "kaiyuan", true,
            Optional.of(DISTRICT), Optional.empty(),
            List.of(new OrgRow.Alias("开源", true), new OrgRow.Alias("街道办", false)), Optional.empty()));
    assertThat(ledger).projection(OrgTree.class).figure("orgs.registered{kind=COMPANY}").isExactly(2);
    assertThat(ledger).projection(OrgTree.class).figure("orgs.registered").isExactly(6);
  }

  @Test
  void a_branch_is_counted_until_it_is_dissolved(LedgerScenario ledger) {
    AsOf before = AsOf.asHappened(JULY_19.plusDays(4));
    assertThat(ledger).projection(OrgTree.class).figure("orgs.branches").isExactly(1);
    assertThat(ledger).projection(OrgTree.class).asOf(before).figure("orgs.branches{parent=kaiyuan}").isExactly(2);
    assertThat(ledger).projection(OrgTree.class).row(COURIERS)
        .isEqualTo(new OrgRow(COURIERS, "BRANCH", "快递党支部", true, Optional.of(OFFICE), Optional.of(ESTATE), List.of(),
            Optional.of(new OrgRow.Branch(JULY_20, Optional.of(When.on(JULY_19.plusDays(5)))))))
        .returns(false, OrgRow::isActiveBranch);
    assertThat(ledger).projection(OrgTree.class).row(RIDERS).returns(true, OrgRow::isActiveBranch);
  }

  @Test
  void a_corrected_name_stands_in_the_place_of_the_one_cut_off(LedgerScenario ledger) {
    assertThat(ledger).projection(OrgTree.class).row(WORKS).returns("国栋物业公司", OrgRow::name)
        .returns(true, OrgRow::nameComplete);
    assertThat(ledger).projection(OrgTree.class).asOf(AsOf.asKnown(14)).row(WORKS).returns("guodong", OrgRow::name);
  }

  @Test
  void the_tree_leads_up_and_down(LedgerScenario ledger) {
    Orgs orgs = OrgTree.in(Replay.of(ledger.ledger().reader()).run(new OrgTree()));

    assertThat(orgs.roots()).extracting(OrgRow::org).containsExactly(DISTRICT);
    assertThat(orgs.below(DISTRICT)).extracting(OrgRow::org).containsExactly(OFFICE, GARMENT);
    assertThat(orgs.below(WORKS)).isEmpty();
    assertThat(orgs.above(WORKS)).extracting(OrgRow::org).containsExactly(OFFICE, DISTRICT);
    assertThat(orgs.above(DISTRICT)).isEmpty();
    assertThat(orgs.above(new OrgId("nobody"))).isEmpty();
  }

  @Test
  void a_person_belongs_to_one_household_after_the_other(LedgerScenario ledger) {
    assertThat(ledger).projection(HouseholdsByPerson.class).row(SON).isEqualTo(new PersonRow(SON,
        List.of(new Stay(EAST, IN_MID_JULY, Optional.of(JULY_20)), new Stay(WEST, JULY_20, Optional.empty()))));
    assertThat(ledger).projection(HouseholdsByPerson.class).row(SON).returns(Optional.of(WEST), PersonRow::household);
    assertThat(ledger).projection(HouseholdsByPerson.class).figure("households.members").isExactly(2);
  }

  @Test
  void a_move_that_was_taken_back_never_was(LedgerScenario ledger) {
    assertThat(ledger).projection(HouseholdsByPerson.class).row(MOTHER)
        .isEqualTo(new PersonRow(MOTHER, List.of(new Stay(EAST, IN_MID_JULY, Optional.empty()))));
    assertThat(ledger).projection(HouseholdsByPerson.class).asOf(AsOf.asKnown(12)).row(MOTHER)
        .returns(Optional.of(WEST), PersonRow::household);
  }

  @Test
  void whether_a_household_was_there_by_a_day_within_its_dates_is_open(LedgerScenario ledger) {
    assertThat(ledger).projection(HouseholdsByPerson.class).asOf(AsOf.asHappened(JULY_19.minusDays(1)))
        .figure("households.members").isAtLeast(0).isAtMost(2);
  }

  @Test
  void what_was_confirmed_or_corrected_is_no_anomaly_any_more(LedgerScenario ledger) {
    assertThat(ledger).projection(Anomalies.class).figure("anomalies.open{kind=AliasUnconfirmed}").isExactly(2);
    assertThat(ledger).projection(Anomalies.class).figure("anomalies.open{kind=NameIncomplete}").isExactly(1);
    assertThat(ledger).projection(Anomalies.class).rows()
        .satisfies(rows -> assertThat(rows.values()).flatExtracting(Watched::anomalies).extracting("text")
            .containsExactlyInAnyOrder("garment", "街道办", "云栖"));
    assertThat(ledger).projection(Anomalies.class).asOf(AsOf.asKnown(11)).figure("anomalies.open").isExactly(5);
  }
}
