package org.communityledger.membership;

import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/** Why something about appointments is not recorded. */
public sealed interface AppointmentRefusal extends Refusal {
  /** The id stands for an appointment already. */
  record AlreadyAppointed(AppointmentId appointment) implements AppointmentRefusal {
    @Override
    public String english() {
      return "Appointment " + appointment + " is recorded already.";
    }

    @Override
    public String chinese() {
      return "任职 " + appointment + " 已登记。";
    }
  }

  /**
   * The same person has the role already, for a time that overlaps.
   *
   * @param role the role
   * @param at where
   * @param person who
   * @param other the appointment by which the person has it
   */
  record AppointmentOverlaps(String role, Tag at, PersonId person, AppointmentId other)
      implements
        AppointmentRefusal {
    @Override
    public String english() {
      return "Person " + person + " is " + role + " at " + at + " by appointment " + other
          + " already, for a time that overlaps.";
    }

    @Override
    public String chinese() {
      return "人员 " + person + " 已依任职 " + other + " 担任 " + at + " 的 " + role + "，任期重叠。";
    }
  }

  /**
   * Somebody else has the role, for a time that overlaps.
   *
   * @param role the role
   * @param at where
   * @param other the appointment by which it is filled
   */
  record RoleFilled(String role, Tag at, AppointmentId other) implements AppointmentRefusal {
    @Override
    public String english() {
      return "The role " + role + " at " + at + " is filled by appointment " + other + " for a time that overlaps.";
    }

    @Override
    public String chinese() {
      return at + " 的 " + role + " 一职已由任职 " + other + " 占用，任期重叠。";
    }
  }

  /** The appointment is over: it was ended, or its last day was before. */
  record AppointmentOver(AppointmentId appointment) implements AppointmentRefusal {
    @Override
    public String english() {
      return "Appointment " + appointment + " was over by then.";
    }

    @Override
    public String chinese() {
      return "任职 " + appointment + " 当时已结束。";
    }
  }
}
