package org.communityledger.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What became of the tests of a class that was run on purpose.
 *
 * @param results the results by the display names of the tests
 */
record Outcomes(Map<String, TestExecutionResult> results) {
  static Outcomes of(Class<?> tests) {
    Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().testEvents().finished().stream()
        .forEach(it -> results.put(it.getTestDescriptor().getDisplayName(),
            it.getRequiredPayload(TestExecutionResult.class)));
    return new Outcomes(results);
  }

  List<String> passed() {
    return with(Status.SUCCESSFUL);
  }

  List<String> failed() {
    return with(Status.FAILED);
  }

  List<String> aborted() {
    return with(Status.ABORTED);
  }

  private List<String> with(Status status) {
    return results.entrySet().stream().filter(it -> it.getValue().getStatus() == status).map(Map.Entry::getKey)
        .toList();
  }

  /** What the failed test says. */
  String message(String test) {
    TestExecutionResult result = Objects.requireNonNull(results.get(test), () -> "no test " + test);
    return String.valueOf(result.getThrowable().orElseThrow().getMessage());
  }
}
