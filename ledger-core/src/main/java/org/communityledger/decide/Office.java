package org.communityledger.decide;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OfficeLeft;
import org.communityledger.kernel.OfficeTaken;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tenure;
import org.communityledger.kernel.When;

/**
 * An office in an organisation and the time for which somebody holds it. Every context may ask who holds which, because
 * nobody verifies or approves what is their own organisation's doing (ADR 0024).
 *
 * @param appointment the appointment
 * @param holder who holds it; empty if nobody says who it is
 * @param org the organisation in which it is held
 * @param given the time for which it was given
 * @param since the position of the event that gave it
 * @param left how it was left, if it was
 */
public record Office(
    AppointmentId appointment,
    Optional<PersonId> holder,
    OrgId org,
    Tenure given,
    long since,
    Optional<Leaving> left) {
  /**
   * How an office was left.
   *
   * @param event the event that says so
   * @param on the day
   * @param position the position of the event
   */
  public record Leaving(EventId event, When on, long position) {}

  /** Those a person ever held; of an organisation, those ever held in it; of a household none. */
  public static Reading<List<Office>> of(Party party) {
    return switch (party) {
      case PersonId person -> under(Selection.of(person.tag(), OfficeTaken.class))
          .map(found -> found.stream().filter(it -> it.holder().filter(person::equals).isPresent()).toList());
      case OrgId org -> under(Selection.of(org.tag(), OfficeTaken.class))
          .map(found -> found.stream().filter(it -> it.org().equals(org)).toList());
      default -> Reading.known(List.of());
    };
  }

  /** Those the selected events gave. How each stands is read by appointment, because a correction may give it to another. */
  public static Reading<List<Office>> under(Selection taken) {
    Reading<List<AppointmentId>> appointments = Reading.of(taken, List.of(), (found, recorded) -> {
      List<AppointmentId> more = new ArrayList<>(found);
      more.add(((OfficeTaken) recorded.event()).appointment());
      return more;
    });
    return appointments.then(ids -> Reading.ofEach(ids, Office::under)
        .map(found -> ids.stream().distinct().flatMap(it -> requireNonNull(found.get(it)).stream()).toList()));
  }

  private static Reading<Optional<Office>> under(AppointmentId appointment) {
    return Reading.of(Selection.of(appointment.tag(), OfficeTaken.class, OfficeLeft.class), Optional.empty(),
        Office::evolve);
  }

  private static Optional<Office> evolve(Optional<Office> before, RecordedEvent recorded) {
    long position = recorded.position();
    return switch (recorded.event()) {
      case OfficeTaken it -> Optional
          .of(new Office(it.appointment(), it.person(), it.org(), it.tenure(), position, Optional.empty()));
      case OfficeLeft it -> before.map(office -> new Office(office.appointment, office.holder, office.org, office.given,
          office.since, Optional.of(new Leaving(recorded.id(), day(recorded.header().occurred()), position))));
      default -> before;
    };
  }

  /** Offices are held by days. */
  private static When day(When when) {
    return new When(when.earliest(), when.latest(), Optional.empty(), when.asStated(), when.inferred());
  }

  /** The time for which it is held: as it was given, unless it was left before. */
  public Tenure tenure() {
    return left.map(it -> new Tenure(given.from(), Optional.of(it.on()))).orElse(given);
  }

  /**
   * Whether it makes the two one: somebody who holds it, or may for all that is said of the dates, and the organisation in
   * which it is held.
   *
   * @param when the day that counts
   */
  public boolean joins(Party one, Set<? extends Party> others, When when) {
    boolean holdsIt = holder.filter(one::equals).isPresent() && others.contains(org);
    boolean isHeldThere = org.equals(one) && holder.filter(others::contains).isPresent();
    return (holdsIt || isHeldThere) && tenure().mayCover(when);
  }
}
