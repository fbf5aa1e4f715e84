package org.communityledger.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a ledger of its own, as a parameter of type {@link LedgerScenario} or
 * {@link org.communityledger.Ledger}, both of the same ledger.
 *
 * <pre>{@code
 * @LedgerTest
 * class VerifyingTheWallTest {
 *   @Test
 *   void nobody_verifies_their_own_work(LedgerScenario ledger) {
 *     ledger.at(AUGUST_5).as(FOREMAN).given(reported, completed);
 *
 *     ledger.when(new VerifyWork(WALL, true)).thenRefused(new VerifierIsDoer(WALL, GUODONG));
 *
 *     assertThat(ledger).projection(CaseRegister.class).row(WALL).returns(DONE, CaseRow::stage);
 *   }
 * }
 * }</pre>
 *
 * <p>After each test that has passed, two things are checked: that the log is intact, and that every projection the test
 * asked for, or its {@link #setup} names, leads to the same view when it is built again. {@link Unchecked} leaves one of
 * them out.
 *
 * <p>Ledgers of different tests share nothing, so that tests may run side by side. They can be had by constructors, by
 * methods run before and after each test, and by tests, but not by what runs once for all of them. Nested classes belong
 * to the test as well, and may be annotated otherwise.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LedgerExtension.class)
public @interface LedgerTest {
  /** What the ledger has beyond the shipped contexts; nothing by default. */
  Class<? extends LedgerSetup> setup() default PlainSetup.class;
}
