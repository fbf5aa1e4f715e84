package org.communityledger.membership;

import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.Unknown.UnknownAppointment;
import org.communityledger.membership.AppointmentEvent.Appointed;

/**
 * What appointments tell other contexts. Who holds an office in which organisation is told by
 * {@link org.communityledger.decide.Office}, which earlier contexts may ask, too.
 */
public final class AppointmentReadings {
  private AppointmentReadings() {}

  /** Whether the appointment was made. */
  public static Reading<Existence> made(AppointmentId appointment) {
    return Existence.of(Appointed.class, new UnknownAppointment(appointment));
  }
}
