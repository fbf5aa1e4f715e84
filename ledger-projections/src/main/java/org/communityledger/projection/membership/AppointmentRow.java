package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.projection.Happening;

/**
 * An appointment as it stands.
 *
 * @param appointment the appointment
 * @param person who has the role; empty where nobody says who it is
 * @param role the role
 * @param at {@code org:…} or {@code site:…}
 * @param org the organisation in which the role is held
 * @param by who appointed
 * @param from the first day, no more exact than stated
 * @param until the last day that was set, if one was
 * @param ended the day on which it was ended, if it was
 * @param position the position of the last event about it
 */
public record AppointmentRow(
    AppointmentId appointment,
    Optional<PersonId> person,
    String role,
    Tag at,
    OrgId org,
    OrgId by,
    When from,
    Optional<When> until,
    Optional<When> ended,
    long position) {
  static AppointmentRow of(Appointed it, Happening happening) {
    return new AppointmentRow(it.appointment(), it.person(), it.role(), it.at(), it.org(), it.by(), it.from(),
        it.until(), Optional.empty(), happening.recorded().position());
  }

  AppointmentRow ended(Happening happening) {
    return new AppointmentRow(appointment, person, role, at, org, by, from, until, Optional.of(happening.occurred()),
        Math.max(position, happening.recorded().position()));
  }

  /** Whether it was not ended. The last day that was set may have passed all the same. */
  public boolean isOpen() {
    return ended.isEmpty();
  }

  /** Its last day: the one on which it was ended, or else the one that was set; empty if it goes on. */
  public Optional<When> last() {
    return ended.or(() -> until);
  }

  /** Whether the role is surely held on the day; on its last day it still is. */
  public boolean isSurelyHeldOn(LocalDate day) {
    boolean begun = from.latest().filter(it -> !it.isAfter(day)).isPresent();
    return begun && last().map(When::earliest).filter(it -> it.isEmpty() || it.get().isBefore(day)).isEmpty();
  }

  /** Whether it may be held on the day, for all that is said of its dates. */
  public boolean mayBeHeldOn(LocalDate day) {
    boolean calledOff = last().filter(it -> it.isSurelyBefore(from)).isPresent();
    return !calledOff && !from.isSurelyAfter(day)
        && last().flatMap(When::latest).filter(it -> it.isBefore(day)).isEmpty();
  }
}
