package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/** The rows of {@link Appointments} and who has a role on a day. Immutable. */
public final class Roles {
  private final List<AppointmentRow> rows;

  Roles(Collection<AppointmentRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** All appointments, in the order in which they were recorded. */
  public List<AppointmentRow> all() {
    return rows;
  }

  /**
   * How many appointments of the role are held on the day, in {@link Unit#ITEM}; an interval where inexact dates leave a
   * doubt.
   */
  public Tally heldOn(LocalDate day, String role) {
    List<AppointmentRow> ofRole = rows.stream().filter(it -> it.role().equals(role)).toList();
    return Tally.between(ofRole.stream().filter(it -> it.isSurelyHeldOn(day)).count(),
        ofRole.stream().filter(it -> it.mayBeHeldOn(day)).count(), Unit.ITEM);
  }

  /** The appointments that are surely held on the day. */
  public List<AppointmentRow> surelyHeldOn(LocalDate day) {
    return rows.stream().filter(it -> it.isSurelyHeldOn(day)).toList();
  }
}
