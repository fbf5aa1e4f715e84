package org.communityledger.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.DAY;
import static org.communityledger.testing.Matters.ESTATE;
import static org.communityledger.testing.Matters.OFFICE;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerOffice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.communityledger.Ledger;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.BondCommand.FormBond;
import org.communityledger.membership.HonourCommand.GrantHonour;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.testing.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many ask at once for what only one can have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesForRolesAndTitlesTest {
  private static final int CALLERS = 16;
  private static final OrgId UNION = new OrgId("union");

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().open();
    receipt(ledger.record(registerEstate(), header("place")));
    receipt(ledger.record(registerOffice(), header("office")));
    receipt(ledger.record(
        new RegisterOrg(UNION, "UNION", "工会", true, Optional.empty(), Optional.of(ESTATE)), header("union")));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_role_is_filled_once() throws Exception {
    requireOneOf(
        number -> new Appoint(new AppointmentId("a-" + number), Optional.empty(), "adviser", UNION.tag(), OFFICE,
            When.on(DAY), Optional.empty()),
        "RoleFilled");
  }

  @Test
  void two_are_paired_once() throws Exception {
    requireOneOf(number -> new FormBond(new BondId("b-" + number), "study", OFFICE, UNION, OFFICE), "BondExists");
  }

  @Test
  void a_title_is_given_once() throws Exception {
    requireOneOf(number -> new GrantHonour(new HonourId("h-" + number), "caring-company", UNION, OFFICE, "plaque"),
        "HonourHeld");
  }

  /** One is accepted, and all others are refused because of its event. */
  private void requireOneOf(IntFunction<Command> command, String refusal) throws Exception {
    List<Outcome> outcomes = Crowd.of(CALLERS, number -> ledger.record(command.apply(number), header("c-" + number)));

    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
    Set<List<Object>> refused = outcomes.stream().filter(Outcome.Refused.class::isInstance)
        .map(Outcome.Refused.class::cast).map(it -> List.<Object>of(it.refusal().name(), it.causes()))
        .collect(Collectors.toSet());
    assertThat(refused).containsExactly(List.of(refusal, List.of(4L)));
    assertThat(ledger.reader().size()).isEqualTo(5);
  }
}
