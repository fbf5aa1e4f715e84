package org.communityledger.aid;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.When;

/**
 * A party's consent to something, as it stands.
 *
 * @param given the consent in force, if there is one
 * @param withdrawn the position of the withdrawal, if it was withdrawn
 * @param lookedFor what was read to know
 */
public record Consent(Optional<Given> given, Optional<Long> withdrawn, Selection lookedFor) {
  /**
   * How it was given.
   *
   * @param id the event
   * @param position its position
   * @param occurred when
   */
  public record Given(EventId id, long position, When occurred) {}

  /** The event by which it was given, if it is in force; what is decided on the ground of it names it. */
  public Optional<EventId> event() {
    return given.map(Given::id);
  }

  /**
   * Why it does not cover what the header says happened: it was never given, was withdrawn, or was surely given after it.
   *
   * @param consentMissing the refusal in the words of whoever needs the consent
   */
  public Optional<Decision> objection(Refusal consentMissing, Header header) {
    if (given.isPresent()) {
      return given.filter(it -> header.occurred().isSurelyBefore(it.occurred()))
          .map(it -> refuse(consentMissing, it.position()));
    }
    return Optional.of(withdrawn.map(it -> refuse(consentMissing, it))
        .orElseGet(() -> refuseAbsent(consentMissing, lookedFor)));
  }
}
