package org.communityledger.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.communityledger", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ImportRules RULES = new ImportRules("org.communityledger");

  @ArchTest
  static final ArchRule contexts_know_the_kernel_and_earlier_readings = RULES.contextsKnowTheKernelAndEarlierReadings();

  @ArchTest
  static final ArchRule rules_read_no_clock_and_draw_no_lots = RULES.rulesReadNoClockAndDrawNoLots();

  @ArchTest
  static final ArchRule kernel_knows_only_java = RULES.kernelKnowsOnlyJava();

  @ArchTest
  static final ArchRule decide_knows_only_the_kernel = RULES.decideKnowsOnlyTheKernel();

  @ArchTest
  static final ArchRule log_knows_only_java = RULES.logKnowsOnlyJava();

  @ArchTest
  static final ArchRule seal_knows_only_the_kernel = RULES.sealKnowsOnlyTheKernel();

  @ArchTest
  static final ArchRule only_stores_know_jdbc = RULES.onlyStoresKnowJdbc();

  @ArchTest
  static final ArchRule only_the_codec_knows_jackson = RULES.onlyTheCodecKnowsJackson();

  @ArchTest
  static final ArchRule only_one_package_knows_axon_framework = RULES.onlyOnePackageKnowsAxonFramework();

  @ArchTest
  static final ArchRule only_the_door_uses_axon = RULES.onlyTheDoorUsesAxon();

  @ArchTest
  static final ArchRule packages_have_no_cycles = RULES.packagesHaveNoCycles();
}
