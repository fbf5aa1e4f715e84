package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryLogContractGuardTest {
  @Test
  void every_test_of_the_contract_fails_on_a_log_that_does_nothing() {
    long written = Arrays.stream(EntryLogContract.class.getDeclaredMethods())
        .filter(it -> it.isAnnotationPresent(Test.class)).count();
    Outcomes outcomes = new Outcomes();

    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(NothingStored.class)).build(),
            outcomes);

    assertThat(outcomes.passed).isEmpty();
    assertThat(outcomes.failed).hasSize((int) written).hasSizeGreaterThan(25);
  }

  static class NothingStored extends EntryLogContract {
    @Override
    protected EntryLog open(InstantSource clock) {
      return new NoLog();
    }

    @Override
    protected AutoCloseable holdCommits() {
      return () -> {};
    }
  }

  private static final class Outcomes implements TestExecutionListener {
    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        (result.getStatus() == TestExecutionResult.Status.FAILED ? failed : passed).add(test.getDisplayName());
      }
    }
  }
}
