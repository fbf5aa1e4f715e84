package org.communityledger;

import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Refusal;

/** A refusal as an exception, for callers who prefer that; see {@link Ledger#recordOrThrow}. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Outcome.Refused outcome;

  Refused(Outcome.Refused outcome) {
    super(outcome.refusal().name() + ": " + outcome.refusal().english() + because(outcome));
    this.outcome = outcome;
  }

  private static String because(Outcome.Refused outcome) {
    return outcome.absence().map(it -> " Nothing found for " + it.query() + " up to #" + it.upTo() + ".")
        .orElseGet(() -> outcome.causes().isEmpty()
            ? ""
            : " Caused by " + outcome.causes().stream().map(it -> "#" + it)
                .collect(java.util.stream.Collectors.joining(", ")) + ".");
  }

  /** The reason. */
  public Refusal refusal() {
    return outcome.refusal();
  }

  /** The reason with the events that caused it. */
  public Outcome.Refused outcome() {
    return outcome;
  }
}
