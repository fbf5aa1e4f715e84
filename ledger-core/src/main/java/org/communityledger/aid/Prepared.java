package org.communityledger.aid;

import java.util.Optional;
import java.util.function.Function;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;

/**
 * What a rule knows, unless something is amiss that keeps the rest from being read.
 *
 * @param objection what is amiss
 * @param facts what is known if nothing is
 */
record Prepared<F>(Optional<Decision> objection, Optional<F> facts) {
  /** The rest of a reading, if nothing is amiss so far. */
  static <F> Reading<Prepared<F>> unless(Optional<Decision> objection, Reading<F> rest) {
    return objection.isPresent()
        ? Reading.known(new Prepared<>(objection, Optional.empty()))
        : rest.map(it -> new Prepared<>(Optional.empty(), Optional.of(it)));
  }

  Decision decide(Function<F, Decision> rule) {
    return objection.orElseGet(() -> rule.apply(facts.orElseThrow()));
  }

  /** A stage that may find more amiss. */
  <G> Reading<Prepared<G>> then(Function<F, Reading<Prepared<G>>> next) {
    return objection.isPresent()
        ? Reading.known(new Prepared<>(objection, Optional.empty()))
        : next.apply(facts.orElseThrow());
  }
}
