package org.communityledger.membership;

import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tenure;
import org.communityledger.kernel.When;

/** What can be asked about appointments. */
public sealed interface AppointmentCommand extends Command, About {
  /** The appointment the command is about. */
  AppointmentId appointment();

  @Override
  default Id subject() {
    return appointment();
  }

  /**
   * Gives somebody a role at an organisation or a site.
   *
   * @param appointment the appointment
   * @param person who is appointed; empty where it is said that somebody was, but not who
   * @param role the role, a code word: {@code adviser}, {@code keeper}
   * @param at {@code org:…} or {@code site:…}
   * @param by who appoints
   * @param from the first day, no more exact than the source; it may be still to come
   * @param until the last day, on which a successor may begin; empty if the end is open
   */
  record Appoint(
      AppointmentId appointment,
      Optional<PersonId> person,
      String role,
      Tag at,
      OrgId by,
      When from,
      Optional<When> until) implements AppointmentCommand {
    public Appoint {
      Post.of(role, at);
      if (new Tenure(from, until).isVoid()) {
        throw new IllegalArgumentException("until must not be before from");
      }
    }

    Post post() {
      return Post.of(role, at);
    }

    Tenure tenure() {
      return new Tenure(from, until);
    }
  }

  /** Ends an appointment, on the day the header says. */
  record EndAppointment(AppointmentId appointment) implements AppointmentCommand {}
}
