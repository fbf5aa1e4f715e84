package org.communityledger.membership;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownAppointment;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.membership.AppointmentRefusal.AppointmentOver;

/**
 * An appointment as it stands.
 *
 * @param id the appointment
 * @param making how it was made, if it was
 * @param ended the position of the event that ended it, if one did
 */
record Appointment(AppointmentId id, Optional<Making> making, Optional<Long> ended) {
  /** How an appointment was made, and where that stands. */
  record Making(Appointed fact, EventId event, long position) {}

  static Reading<Appointment> reading(AppointmentId id) {
    return Reading.of(Selection.of(id.tag(), AppointmentEvent.class),
        new Appointment(id, Optional.empty(), Optional.empty()), Appointment::evolve);
  }

  private static Appointment evolve(Appointment before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case Appointed it -> new Appointment(before.id,
          Optional.of(new Making(it, recorded.id(), recorded.position())), before.ended);
      case AppointmentEnded it -> new Appointment(before.id, before.making, Optional.of(recorded.position()));
      default -> before;
    };
  }

  /** Why it cannot be ended on the day of the header; empty if it can. */
  Optional<Decision> objection(Header header) {
    if (making.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownAppointment(id), Selection.of(id.tag(), AppointmentEvent.class)));
    }
    if (ended.isPresent()) return ended.map(it -> refuse(new AppointmentOver(id), it));
    return making.filter(it -> it.fact().until().filter(last -> last.isSurelyBefore(header.occurred())).isPresent())
        .map(it -> refuse(new AppointmentOver(id), it.position()));
  }
}
