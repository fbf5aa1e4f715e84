package org.communityledger.projection;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "org.communityledger.projection", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.communityledger.";
  private static final String LIVE = ROOT + "projection.live";

  @ArchTest
  static final ArchRule projections_know_facts_and_the_log = classes().that().resideOutsideOfPackage(LIVE).should()
      .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", ROOT + "projection..", ROOT + "kernel..",
          ROOT + "codec..", ROOT + "access", ROOT + "log", ROOT + "parties..", ROOT + "places..", ROOT + "records..",
          ROOT + "activities..", ROOT + "aid..", ROOT + "membership..", ROOT + "cases..")
          .or(describe("LedgerReader", it -> it.getName().equals(ROOT + "LedgerReader"))))
      .because(
          "a view is built from what happened; stores, frameworks and the writing half of the door are not needed.");

  @ArchTest
  static final ArchRule what_keeps_views_knows_no_context = classes().that().resideInAPackage(LIVE).should()
      .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "org.sqlite..", "io.micrometer..", LIVE,
          ROOT + "projection", ROOT + "kernel..", ROOT + "codec..", ROOT + "access", ROOT + "log")
          .or(describe("the door", it -> it.getName().matches("org\\.communityledger\\.Ledger(Reader)?"))))
      .because("it keeps any projection, and the one thing it needs of the door is the ledger it follows.");

  @ArchTest
  static final ArchRule only_the_session_and_its_file_touch_the_database = noClasses().that()
      .haveSimpleNameNotStartingWith("Session").and().haveSimpleNameNotStartingWith("StoreFile").should()
      .dependOnClassesThat(resideInAnyPackage("org.sqlite..").or(describe("write to a database",
          it -> it.getPackageName().equals("java.sql") && !it.getSimpleName().equals("ResultSet")
              && !it.getSimpleName().equals("SQLException"))))
      .because("what can go wrong with a database goes wrong in one place.");

  @ArchTest
  static final ArchRule projections_know_no_commands_and_no_rules = noClasses().should()
      .dependOnClassesThat(describe("are commands, rules, refusals or readings", ArchitectureTest::decides))
      .because("views must come out the same after the rules have changed, so they look at facts alone.");

  @ArchTest
  static final ArchRule only_the_replay_touches_the_log = noClasses().that()
      .resideInAnyPackage("..projection.cases..", "..projection.activities..", "..projection.parties..",
          "..projection.places..", "..projection.records..",
          "..projection.sentences..")
      .should().dependOnClassesThat(resideInAnyPackage(ROOT + "log..", ROOT + "codec.."))
      .because("a projection is a pure fold; where events come from is the replay's business.");

  @ArchTest
  static final ArchRule projections_read_no_clock = noClasses().should().callMethod(Instant.class, "now")
      .orShould().callMethod(LocalDate.class, "now").orShould().dependOnClassesThat().areAssignableTo(Clock.class)
      .because("the same events give the same rows, today and in ten years.");

  @ArchTest
  static final ArchRule packages_have_no_cycles = slices().matching(ROOT + "projection.(**)").should().beFreeOfCycles()
      .because("packages that need each other can only be understood, tested and changed together.");

  private static boolean decides(JavaClass type) {
    boolean named = type.getName().startsWith(ROOT) && type.getSimpleName().matches(".*(Rules|Readings|Command)");
    return named || type.isAssignableTo(ROOT + "kernel.Command") || type.isAssignableTo(ROOT + "kernel.Refusal");
  }
}
