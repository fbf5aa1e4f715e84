package org.communityledger.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what {@link LedgerTest} does not check after a test: for a test that damages its ledger or shows a projection that
 * does not keep its promises. On a class it holds for all its tests, as far as it concerns them.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unchecked {
  /** That the log is intact. */
  String LOG = "log";

  /**
   * {@link #LOG}, or names of projections: {@code cases.CaseRegister}. A test fails if it names here what would not have
   * been checked anyway.
   */
  String[] value();
}
