package org.communityledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.communityledger.access.AccessPolicy.Reach;
import org.communityledger.access.PolicyTable.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTableTest {
  private static final String HEADING = "| what | who | where |\n|---|---|---|\n";

  @Test
  void a_row_says_what_who_and_where() {
    PolicyTable table = PolicyTable.parse("Our policy:\n\n" + HEADING
        + "| cases.CloseCase | subdistrict officer, mayor | jurisdiction |\n| records.CompleteErasure | nobody | |\n"
        + "| open CASE for audit | auditor | everywhere |\n");

    assertThat(table.rows()).containsExactly(
        new Row("cases.CloseCase", List.of("subdistrict officer", "mayor"), Reach.JURISDICTION),
        new Row("records.CompleteErasure", List.of(), Reach.NONE),
        new Row("open CASE for audit", List.of("auditor"), Reach.EVERYWHERE));
    assertThat(table.reach("cases.CloseCase", "mayor")).isEqualTo(Reach.JURISDICTION);
    assertThat(table.reach("cases.CloseCase", "resident")).isEqualTo(Reach.NONE);
    assertThat(table.rolesFor("cases.CloseCase")).containsExactly("subdistrict officer", "mayor");
    assertThat(table.purposesFor("CASE")).containsExactly("audit");
  }

  @Test
  void what_has_no_row_is_for_nobody() {
    PolicyTable table = PolicyTable.parse(HEADING);

    assertThat(table.reach("cases.CloseCase", "subdistrict officer")).isEqualTo(Reach.NONE);
    assertThat(table.rolesFor("cases.CloseCase")).isEmpty();
    assertThat(table.reachOfOpening("CASE", "audit", "auditor")).isEqualTo(Reach.NONE);
    assertThat(table.purposesFor("CASE")).isEmpty();
  }

  @Test
  void a_row_that_cannot_be_meant_is_named() {
    assertThatIllegalArgumentException().isThrownBy(() -> PolicyTable.parse(HEADING + "| a.B | mayor |\n"))
        .withMessage("A line of a policy is | what | who | where |, not | a.B | mayor |");
    assertThatIllegalArgumentException().isThrownBy(() -> PolicyTable.parse(HEADING + "| a.B | mayor | town |\n"))
        .withMessage("'town' is none of jurisdiction, anywhere, everywhere: | a.B | mayor | town |");
    assertThatIllegalArgumentException().isThrownBy(() -> PolicyTable.parse(HEADING + "| a.B | | anywhere |\n"))
        .withMessage("Nobody is named; write 'nobody' if no role may do it: | a.B | | anywhere |");
    String row = "| a.B | mayor | anywhere |\n";
    assertThatIllegalArgumentException().isThrownBy(() -> PolicyTable.parse(HEADING + row + row))
        .withMessage("a.B stands twice: | a.B | mayor | anywhere |");
  }

  @Test
  void the_guide_shows_the_table_that_is_shipped() throws IOException {
    String guide = Files.readString(projectFolder().resolve("docs/access.md"));

    assertThat(guide.lines().filter(it -> it.startsWith("|"))).containsExactlyElementsOf(shipped().lines().toList());
  }

  private static String shipped() throws IOException {
    try (var table = Objects.requireNonNull(PolicyTable.class.getResourceAsStream("policy.md"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/adr"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }
}
