package org.communityledger.testkit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.communityledger.Ledger;
import org.communityledger.projection.Projection;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Opens the ledger of a test when it is asked for, checks it after the test and removes it; see {@link LedgerTest}. */
final class LedgerExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LedgerExtension.class);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    // So that a constructor gets the ledger of its test.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LedgerScenario.class || type == Ledger.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException("A ledger belongs to one test, so that there is none for "
          + parameter.getDeclaringExecutable().getName() + ", which runs once for all of them");
    }
    LedgerScenario scenario = scenario(context);
    return parameter.getParameter().getType() == Ledger.class ? scenario.ledger() : scenario;
  }

  private static LedgerScenario scenario(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    Opened opened = store.get(Opened.class, Opened.class);
    if (opened == null) {
      opened = new Opened(LedgerScenario.open(setup(context)));
      store.put(Opened.class, opened);
    }
    return opened.scenario();
  }

  private static LedgerSetup setup(ExtensionContext context) {
    return AnnotationSupport
        .findAnnotation(context.getRequiredTestClass(), LedgerTest.class, context.getEnclosingTestClasses())
        .map(it -> made(it.setup())).orElseThrow();
  }

  private static LedgerSetup made(Class<? extends LedgerSetup> type) {
    try {
      Constructor<? extends LedgerSetup> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new ExtensionConfigurationException(type.getName() + " cannot be made: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new ExtensionConfigurationException(type.getName() + " needs a constructor without parameters", e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Opened opened = context.getStore(NAMESPACE).get(Opened.class, Opened.class);
    // A test that failed has said what is wrong.
    if (opened != null && context.getExecutionException().isEmpty()) {
      Set<String> ofTest = unchecked(context.getRequiredTestMethod());
      Set<String> ofClasses = new HashSet<>(unchecked(context.getRequiredTestClass()));
      context.getEnclosingTestClasses().forEach(it -> ofClasses.addAll(unchecked(it)));
      check(opened.scenario(), ofTest, ofClasses);
    }
  }

  private static Set<String> unchecked(AnnotatedElement place) {
    return AnnotationSupport.findAnnotation(place, Unchecked.class).map(it -> Set.of(it.value())).orElse(Set.of());
  }

  private static void check(LedgerScenario scenario, Set<String> ofTest, Set<String> ofClasses) {
    scenario.requireAnswerSeen();
    Set<String> names = new LinkedHashSet<>(Set.of(Unchecked.LOG));
    scenario.views().all().forEach(it -> names.add(it.name()));
    if (!names.containsAll(ofTest)) {
      throw new AssertionError("@Unchecked(" + String.join(", ", new TreeSet<>(ofTest))
          + ") on the test: only these would have been checked: " + String.join(", ", names));
    }
    names.removeAll(ofTest);
    names.removeAll(ofClasses);
    if (names.contains(Unchecked.LOG)) {
      LedgerAssertions.assertThat(scenario).isIntact();
    }
    for (Projection<?, ?> each : scenario.views().all()) {
      if (names.contains(each.name())) {
        LedgerAssertions.assertThat(scenario).projection(each).rebuildsToTheSameState();
      }
    }
  }

  /** The scenario of one test, closed by JUnit when the test is over. */
  private record Opened(LedgerScenario scenario) implements AutoCloseable {
    @Override
    public void close() {
      scenario.close();
    }
  }
}
