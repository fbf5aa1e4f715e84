package org.communityledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Shows that each import rule fires on what breaks it, and on nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenArchitectureTest {
  private static final String ROOT = "org.communityledger.architecture.broken";
  private static final Pattern TYPE = Pattern.compile("<(?:\\[L)?(?:(?:java|com|org)\\.(?:\\w+\\.)*)([A-Z]\\w*)");
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);
  private static final ImportRules RULES = new ImportRules(ROOT);

  @Test
  void a_context_that_knows_libraries_later_contexts_or_others_facts_is_found() {
    assertThat(found(RULES.contextsKnowTheKernelAndEarlierReadings()))
        .containsExactly("CaseReadings>EstateBuilt", "CaseReadings>PartyFact", "PartyFact>CaseReadings",
            "PartyFact>JsonNode",
            "PartyFact>Message");
  }

  @Test
  void a_rule_that_looks_at_the_clock_is_found() {
    assertThat(found(RULES.rulesReadNoClockAndDrawNoLots())).containsExactly("CaseReadings>LocalDate");
  }

  @Test
  void a_kernel_that_knows_a_library_is_found() {
    assertThat(found(RULES.kernelKnowsOnlyJava())).containsExactly("KernelWithLogger>Logger");
  }

  @Test
  void a_decision_that_knows_a_context_is_found() {
    assertThat(found(RULES.decideKnowsOnlyTheKernel())).containsExactly("DecisionOfOneContext>PartyFact");
  }

  @Test
  void a_log_that_knows_its_store_is_found() {
    assertThat(found(RULES.logKnowsOnlyJava())).containsExactly("LogKnowingItsStore>Store");
  }

  @Test
  void a_vault_that_knows_the_log_is_found() {
    assertThat(found(RULES.sealKnowsOnlyTheKernel())).containsExactly("SealKnowingTheLog>LogKnowingItsStore");
  }

  @Test
  void jdbc_outside_the_stores_is_found() {
    assertThat(found(RULES.onlyStoresKnowJdbc())).containsExactly("CodecWithConnection>Connection");
  }

  @Test
  void jackson_outside_the_codec_is_found() {
    assertThat(found(RULES.onlyTheCodecKnowsJackson())).containsExactly("PartyFact>JsonNode");
  }

  @Test
  void axon_framework_outside_its_package_is_found() {
    assertThat(found(RULES.onlyOnePackageKnowsAxonFramework())).containsExactly("PartyFact>Message");
  }

  @Test
  void axon_used_by_another_than_the_door_is_found() {
    assertThat(found(RULES.onlyTheDoorUsesAxon())).containsExactly("CodecWithConnection>BrokenAdapter");
  }

  @Test
  void packages_that_need_each_other_are_found() {
    List<String> cycles = RULES.packagesHaveNoCycles().evaluate(BROKEN).getFailureReport().getDetails();

    assertThat(cycles).hasSize(2).anyMatch(it -> it.contains("decide")).anyMatch(it -> it.contains("cases"));
  }

  @Test
  void every_rule_is_checked_on_the_real_classes() {
    List<String> checked = Arrays.stream(ArchitectureTest.class.getDeclaredFields())
        .filter(it -> it.isAnnotationPresent(ArchTest.class))
        .map(it -> it.getName().replace("_", ""))
        .toList();
    List<String> written = Arrays.stream(ImportRules.class.getDeclaredMethods())
        .filter(it -> it.getReturnType() == ArchRule.class)
        .map(it -> it.getName().toLowerCase(Locale.ROOT))
        .toList();

    assertThat(checked).hasSize(11).containsExactlyInAnyOrderElementsOf(written);
  }

  /** What the rule finds, as "who knows>what". */
  private static Set<String> found(ArchRule rule) {
    return rule.evaluate(BROKEN).getFailureReport().getDetails().stream()
        .map(it -> TYPE.matcher(it).results().map(type -> type.group(1)).collect(Collectors.toList()))
        .map(it -> it.getFirst() + ">" + it.getLast())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
