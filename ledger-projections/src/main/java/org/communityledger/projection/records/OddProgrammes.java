package org.communityledger.projection.records;

import static org.communityledger.projection.records.AnomalyKind.CROWD_UNNAMED;

import java.util.Optional;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;

/**
 * What is odd about programmes: crowds were served where names were possible, which is where the terms bind what each
 * party gets and so can only be kept to by name.
 */
final class OddProgrammes {
  private OddProgrammes() {}

  /** The tag of the programme that an event concerns, if it can have to do with anything odd. */
  static Optional<Tag> concerned(Event event) {
    return switch (event) {
      case ProgrammeOpened it -> Optional.of(it.programme().tag());
      case TermsChanged it -> Optional.of(it.programme().tag());
      case DeliveredToCrowd it -> Optional.of(it.programme().tag());
      case DeliveryReversed it -> programme(it);
      default -> Optional.empty();
    };
  }

  /** A reversal names no programme, but carries the tag of its quota. */
  private static Optional<Tag> programme(DeliveryReversed event) {
    return event.carried().stream().filter(it -> it.key().equals("quota")).map(Tag::value)
        .map(it -> new ProgrammeId(it.substring(0, Math.max(0, it.indexOf(':')))).tag()).findFirst();
  }

  static Watched after(Watched before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case ProgrammeOpened it -> bound(before, 1, it.terms());
      case TermsChanged it -> bound(before, it.version(), it.terms());
      case DeliveredToCrowd it when before.termsByName().contains(it.termsVersion()) -> before.with(
          Anomaly.of(CROWD_UNNAMED, it.delivery().tag(), it.programme().value(), recorded));
      case DeliveryReversed it -> before.withoutThat(it.made());
      default -> before;
    };
  }

  private static Watched bound(Watched before, int version, Terms terms) {
    boolean byName = terms.limit().isPresent() || terms.requiresEntitlement() || terms.consent();
    return byName ? before.keptByName(version) : before;
  }
}
