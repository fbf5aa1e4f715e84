package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.SealedValues;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sealed} compares differs in nothing but the personal values, and all of it is accepted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsWithPersonalValuesTest {
  @TempDir
  Path folder;

  @Test
  void reports_have_two_values_each_of_a_case_of_its_own() {
    List<Submission> reports = new PersonalCommands(3, 40, true).reports().reports();

    assertThat(reports).hasSize(40).allSatisfy(it -> assertThat(values(it)).isEqualTo(2));
    assertThat(reports.stream().flatMap(it -> SealedValues.in(it.command()).stream()).distinct()).hasSize(40);
  }

  @Test
  void surveys_have_one_value_each_of_one_of_200_cases() {
    List<Submission> surveys = new PersonalCommands(3, 600, true).surveys().reports();

    assertThat(surveys).hasSize(600).allSatisfy(it -> assertThat(values(it)).isEqualTo(1));
    assertThat(surveys.stream().flatMap(it -> SealedValues.in(it.command()).stream()).distinct()).hasSize(200);
  }

  @Test
  void the_others_have_none_and_the_same_headers() {
    Reports reports = new PersonalCommands(3, 40, false).reports();
    Reports surveys = new PersonalCommands(3, 40, false).surveys();

    assertThat(reports.reports()).allSatisfy(it -> assertThat(values(it)).isZero());
    assertThat(surveys.reports()).allSatisfy(it -> assertThat(values(it)).isZero());
    assertThat(reports.reports()).extracting(Submission::header)
        .isEqualTo(headers(new PersonalCommands(3, 40, true).reports()));
    assertThat(surveys.reports()).extracting(Submission::header)
        .isEqualTo(headers(new PersonalCommands(3, 40, true).surveys()));
  }

  private static List<?> headers(Reports commands) {
    return commands.reports().stream().map(Submission::header).toList();
  }

  private static int values(Submission submission) {
    int[] found = {0};
    SealedValues.exchanged(submission.command(), "", (pointer, sealedFor, value) -> {
      found[0]++;
      return value;
    });
    return found[0];
  }

  @Test
  void all_are_accepted() throws Exception {
    assertThat(recorded("reports.ledger", new PersonalCommands(3, 40, true).reports())).isPositive();
    assertThat(recorded("surveys.ledger", new PersonalCommands(3, 600, true).surveys())).isPositive();
    assertThat(recorded("plain.ledger", new PersonalCommands(3, 600, false).surveys())).isPositive();
  }

  private double recorded(String file, Reports commands) throws Exception {
    try (Callers callers = new Callers(4); Ledger ledger = Ledger.at(folder.resolve(file)).unrestricted().open()) {
      return commands.perSecond(ledger, callers);
    }
  }
}
