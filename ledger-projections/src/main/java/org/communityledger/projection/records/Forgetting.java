package org.communityledger.projection.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;

/**
 * What was decided about keeping the personal values of a subject; never the values.
 *
 * @param subject whom or what
 * @param request that its values be forgotten, if that was asked for
 * @param done that they are, if they are
 * @param holds the holds placed on it, lifted or not
 */
public record Forgetting(Tag subject, Optional<Request> request, Optional<Done> done, List<Hold> holds) {
  public Forgetting {
    holds = List.copyOf(holds);
  }

  /**
   * That an erasure was asked for.
   *
   * @param event by which event
   * @param basis the ground, a code word
   * @param approval the approval used
   * @param occurred when
   */
  public record Request(EventId event, String basis, Optional<ApprovalId> approval, When occurred) {}

  /**
   * That an erasure is done.
   *
   * @param event the event that says so
   * @param values how many values there were
   * @param occurred when
   */
  public record Done(EventId event, long values, When occurred) {}

  /**
   * A hold.
   *
   * @param hold the hold
   * @param basis the ground, a code word
   * @param placed when it was placed
   * @param lifted when it was lifted; empty while it is in force
   */
  public record Hold(HoldId hold, String basis, When placed, Optional<When> lifted) {
    /** Whether it forbids erasure. */
    public boolean isInForce() {
      return lifted.isEmpty();
    }
  }

  static Forgetting of(Tag subject) {
    return new Forgetting(subject, Optional.empty(), Optional.empty(), List.of());
  }

  Forgetting requested(Request by) {
    return new Forgetting(subject, Optional.of(by), done, holds);
  }

  Forgetting done(Done by) {
    return new Forgetting(subject, request, Optional.of(by), holds);
  }

  Forgetting held(Hold hold) {
    return new Forgetting(subject, request, done, Stream.concat(holds.stream(), Stream.of(hold)).toList());
  }

  Forgetting lifted(HoldId hold, When when) {
    return new Forgetting(subject, request, done, holds.stream()
        .map(it -> it.hold().equals(hold) ? new Hold(it.hold(), it.basis(), it.placed(), Optional.of(when)) : it)
        .toList());
  }
}
