package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.DAY;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communityledger.Ledger;
import org.communityledger.access.PolicyTable.Row;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidRules;
import org.communityledger.cases.CaseRules;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.decide.Context;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.records.RecordsRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionsOfRolesTest {
  private static final List<String> ROLES = List.of("resident", "grid worker", "community worker", "station keeper",
      "subdistrict officer", "programme officer", "contractor", "auditor", "data officer", "mayor");
  private static final PolicyTable TABLE = PolicyTable.shipped();
  private static final Map<String, Class<? extends Command>> COMMANDS = Stream
      .of(PartyRules.CONTEXT, RecordsRules.CONTEXT, PlaceRules.CONTEXT, ActivityRules.CONTEXT,
          AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT)
      .flatMap(it -> it.commands().stream()).collect(Collectors.toMap(Context.Handling::name, Context.Handling::type));

  /** The door for imports, and views that not everybody may see. */
  private static final Set<String> OTHERS = Set.of("ledger.history", "ledger.surrogate", "membership.StandingHistory",
      "aid.AidByRecipient", "aid.ScreeningFunnel");

  @TempDir
  Path folder;

  static List<Class<? extends Command>> types() {
    return COMMANDS.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .<Class<? extends Command>>map(Map.Entry::getValue)
        .toList();
  }

  static Stream<Row> commands() {
    return TABLE.rows().stream().filter(it -> COMMANDS.containsKey(it.act()));
  }

  static Stream<Row> openings() {
    return TABLE.rows().stream().filter(it -> it.act().startsWith("open "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_may_be_sent_in_the_roles_of_its_row_and_no_other(Row row) {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).open()) {
      requireAsTold(ledger, row);
    }
  }

  /** But for what the ledger itself records, which no policy permits to anybody. */
  static Stream<Row> commandsOfSomebody() {
    return commands().filter(it -> !it.roles().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("commandsOfSomebody")
  void where_a_policy_permits_everything_that_is_noticed(Row row) {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).access(new EverythingPermitted()).open()) {
      assertThatThrownBy(() -> requireAsTold(ledger, row)).isInstanceOf(AssertionError.class)
          .hasMessageContaining(row.act());
    }
  }

  private static void requireAsTold(Ledger ledger, Row row) {
    for (String role : ROLES) {
      boolean permitted = !(answer(ledger, row.act(),
          Caller.of(new PersonId("somebody"), role)) instanceof Outcome.Refused it
          && it.refusal() instanceof NotPermitted);
      assertThat(permitted).as(row.act() + " by " + role).isEqualTo(row.roles().contains(role));
    }
  }

  private static Outcome answer(Ledger ledger, String act, Caller caller) {
    var session = ledger.as(caller);
    return session.record(SampleCommands.of(Objects.requireNonNull(COMMANDS.get(act))),
        session.header(When.on(DAY), Source.of(Source.Kind.FORM, "F-12")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void somebody_bound_to_a_place_may_not_send_it_about_what_lies_nowhere_unless_it_is_for_anywhere(Row row) {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).open()) {
      for (String role : row.roles()) {
        Caller bound = Caller.of(new PersonId("somebody"), role).within(new PlaceId("yunqiyuan"));

        Outcome outcome = answer(ledger, row.act(), bound);

        boolean permitted = !(outcome instanceof Outcome.Refused it && it.refusal() instanceof NotPermitted);
        assertThat(permitted).as(row.act() + " by " + role).isEqualTo(row.reach() == AccessPolicy.Reach.ANYWHERE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void sealed_values_may_be_read_in_the_roles_of_their_row_for_its_purpose_and_no_other(Row row) {
    int end = row.act().indexOf(" for ");
    String keyPurpose = row.act().substring("open ".length(), end);
    String readingPurpose = row.act().substring(end + " for ".length());

    for (String role : ROLES) {
      Caller caller = Caller.of(new PersonId("somebody"), role);
      assertThat(TABLE.mayOpen(caller, keyPurpose, readingPurpose)).as(row.act() + " by " + role)
          .isEqualTo(row.roles().contains(role));
      assertThat(TABLE.mayOpen(caller, keyPurpose, "curiosity")).isFalse();
      assertThat(TABLE.mayOpen(caller, "RUMOUR", readingPurpose)).isFalse();
      assertThat(TABLE.mayOpen(caller.within(new PlaceId("yunqiyuan")), keyPurpose, readingPurpose)).isFalse();
    }
  }

  @Test
  void only_a_data_officer_of_everywhere_records_without_rules() {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).open()) {
      Caller officer = Caller.of(new PersonId("somebody"), "data officer");

      assertThat(ledger.as(officer).history()).isNotNull();
      assertThatThrownBy(() -> ledger.as(officer.within(new PlaceId("yunqiyuan"))).history())
          .isInstanceOf(AccessDenied.class)
          .hasMessage(
              "NotPermitted: ledger.history is not permitted: it concerns all places, not only place:yunqiyuan.");
      assertThatThrownBy(() -> ledger.as(Caller.of(new PersonId("somebody"), "auditor")).history())
          .isInstanceOf(AccessDenied.class)
          .hasMessage("NotPermitted: ledger.history is not permitted: it takes the role data officer, not auditor.");
      assertThatThrownBy(ledger::history).isInstanceOf(AccessDenied.class).hasMessage(
          "NotPermitted: ledger.history is not permitted: nobody has said who asks; use Ledger.as(caller).");
    }
  }

  @Test
  void nobody_completes_an_erasure() {
    assertThat(ROLES).allSatisfy(role -> assertThat(TABLE.reach("records.CompleteErasure", role))
        .isEqualTo(AccessPolicy.Reach.NONE));
  }

  @Test
  void every_command_has_a_row() {
    assertThat(TABLE.rows()).extracting(Row::act).containsAll(COMMANDS.keySet());
  }

  @Test
  void no_row_is_about_a_command_that_is_not_there() {
    assertThat(TABLE.rows()).extracting(Row::act).allSatisfy(act -> assertThat(
        COMMANDS.containsKey(act) || OTHERS.contains(act) || act.startsWith("open ")).as(act).isTrue());
  }

  @Test
  void rows_name_only_the_roles_of_the_guide() {
    assertThat(TABLE.rows()).allSatisfy(row -> assertThat(ROLES.subList(0, 9)).containsAll(row.roles()));
  }
}
