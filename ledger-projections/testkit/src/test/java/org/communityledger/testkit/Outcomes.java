package org.communityledger.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What became of the tests of a class that was run on purpose.
 *
 * @param results the results of tests, and of containers that failed, by their display names
 */
record Outcomes(Map<String, TestExecutionResult> results) {
  static Outcomes of(Class<?> tests) {
    Map<String, TestExecutionResult> results = new TreeMap<>();
    EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().allEvents().finished().stream()
        .forEach(it -> {
          TestExecutionResult result = it.getRequiredPayload(TestExecutionResult.class);
          if (it.getTestDescriptor().isTest() || result.getStatus() != Status.SUCCESSFUL) {
            results.put(it.getTestDescriptor().getDisplayName(), result);
          }
        });
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

  /** What failed tests threw, in the order of their names. */
  List<Throwable> throwables() {
    return failed().stream().map(this::throwable).toList();
  }

  /** What failed tests say, in the order of their names. */
  List<String> failures() {
    return failed().stream().map(this::message).toList();
  }

  /** What a failed test says. */
  String message(String test) {
    return String.valueOf(throwable(test).getMessage());
  }

  private Throwable throwable(String test) {
    return Objects.requireNonNull(results.get(test), () -> "no test " + test).getThrowable().orElseThrow();
  }
}
