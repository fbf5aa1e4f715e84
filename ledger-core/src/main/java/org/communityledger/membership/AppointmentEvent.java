package org.communityledger.membership;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.OfficeLeft;
import org.communityledger.kernel.OfficeTaken;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tenure;
import org.communityledger.kernel.When;

/** What happened to appointments. */
public sealed interface AppointmentEvent extends Event {
  /** The appointment. */
  AppointmentId appointment();

  /**
   * Somebody has a role at an organisation or a site.
   *
   * @param appointment the appointment
   * @param person who; empty where nobody says who it is
   * @param role the role, a code word
   * @param at {@code org:…} or {@code site:…}
   * @param org the organisation in which the role is held: the one named, or the one that ran the site named
   * @param by who appointed
   * @param from the first day
   * @param until the last day, if one was set
   * @param place where the organisation or the site is, if anybody says
   * @param after the ends of earlier appointments without which the role would not have been free
   */
  record Appointed(
      AppointmentId appointment,
      Optional<PersonId> person,
      String role,
      Tag at,
      OrgId org,
      OrgId by,
      When from,
      Optional<When> until,
      Optional<PlaceId> place,
      List<EventId> after) implements AppointmentEvent, Locatable, OfficeTaken {
    public Appointed {
      after = List.copyOf(after);
    }

    @Override
    public Id created() {
      return appointment;
    }

    @Override
    public Optional<PlaceId> location() {
      return place;
    }

    @Override
    public Tenure tenure() {
      return new Tenure(from, until);
    }

    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = tagsOf(appointment, person, role, at, org);
      after.forEach(it -> tags.add(it.tag()));
      return Set.copyOf(tags);
    }
  }

  /**
   * It ended, on the day it happened.
   *
   * @param appointment the appointment
   * @param person whose it was; empty where nobody says
   * @param role the role
   * @param at {@code org:…} or {@code site:…}
   * @param org the organisation in which the role was held
   * @param appointed the event by which it was given
   */
  record AppointmentEnded(
      AppointmentId appointment,
      Optional<PersonId> person,
      String role,
      Tag at,
      OrgId org,
      EventId appointed) implements AppointmentEvent, OfficeLeft {
    @Override
    public Set<Tag> tags() {
      Set<Tag> tags = tagsOf(appointment, person, role, at, org);
      tags.add(appointed.tag());
      return Set.copyOf(tags);
    }
  }

  private static Set<Tag> tagsOf(
      AppointmentId appointment,
      Optional<PersonId> person,
      String role,
      Tag at,
      OrgId org) {
    Set<Tag> tags = new HashSet<>(Set.of(appointment.tag(), at, Post.of(role, at).tag()));
    tags.add(org.tag());
    person.ifPresent(it -> tags.add(it.tag()));
    return tags;
  }
}
