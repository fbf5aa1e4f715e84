package org.communityledger.membership;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Office;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tenure;
import org.communityledger.membership.Appointment.Making;
import org.communityledger.membership.AppointmentCommand.Appoint;
import org.communityledger.membership.AppointmentCommand.EndAppointment;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.membership.AppointmentRefusal.AlreadyAppointed;
import org.communityledger.membership.AppointmentRefusal.AppointmentOverlaps;
import org.communityledger.membership.AppointmentRefusal.RoleFilled;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceReadings;

/**
 * The rule sheet of appointments. A role at one place is had by one person at a time; whether two times overlap is judged by
 * the kindest reading of their dates.
 */
final class AppointmentRules {
  private AppointmentRules() {}

  static void addTo(Context.Builder context) {
    context
        .event("Appointed", 1, Appointed.class)
        .event("AppointmentEnded", 1, AppointmentEnded.class)
        .command("Appoint", Appoint.class, AppointmentRules::toAppoint, AppointmentRules::appoint)
        .command("EndAppointment", EndAppointment.class, it -> Appointment.reading(it.appointment()),
            AppointmentRules::end)
        .place(Appoint.class, it -> whereabouts(it.post()))
        .place(EndAppointment.class, it -> Whereabouts.of(it.appointment().tag()));
  }

  static Decision appoint(Appoint command, Header header, ToAppoint found) {
    if (found.existing().isKnown()) {
      return found.existing().refuseTaken(new AlreadyAppointed(command.appointment()));
    }
    if (found.missing().isPresent()) return found.missing().get();
    Tenure tenure = command.tenure();
    Optional<Office> overlapping = found.holders().stream().filter(it -> it.tenure().surelyOverlaps(tenure))
        .findFirst();
    return accept(new Appointed(command.appointment(), command.person(), command.role(), command.at(),
        found.org().orElseThrow(), command.by(), command.from(), command.until(), found.place(),
        endsBefore(tenure, found.holders())))
        .unless(overlapping.map(it -> refuseFilled(command, it)));
  }

  private static Decision refuseFilled(Appoint command, Office by) {
    long[] causes = by.left().map(it -> new long[]{by.since(), it.position()}).orElse(new long[]{by.since()});
    return command.person().filter(it -> by.holder().filter(it::equals).isPresent())
        .map(it -> refuse(new AppointmentOverlaps(command.role(), command.at(), it, by.appointment()), causes))
        .orElseGet(() -> refuse(new RoleFilled(command.role(), command.at(), by.appointment()), causes));
  }

  /** The ends of those who would have stood in the way if they had stayed. */
  private static List<EventId> endsBefore(Tenure tenure, List<Office> holders) {
    return holders.stream().filter(it -> it.given().surelyOverlaps(tenure))
        .flatMap(it -> it.left().map(Office.Leaving::event).stream()).toList();
  }

  private static Reading<ToAppoint> toAppoint(Appoint command) {
    List<Reading<Existence>> needs = new ArrayList<>();
    command.person().ifPresent(it -> needs.add(PartyReadings.registered(it)));
    needs.add(registered(command.post().at()));
    needs.add(PartyReadings.registered(command.by()));
    Reading<List<Office>> holders = Office.under(Selection.of(command.post().tag(), Appointed.class));
    return AppointmentReadings.made(command.appointment())
        .and(Existence.firstMissing(needs),
            (existing, missing) -> new ToAppoint(existing, missing, Optional.empty(), Optional.empty(), List.of()))
        .and(organisation(command.post().at()),
            (so, org) -> new ToAppoint(so.existing(), so.missing(), org, so.place(), so.holders()))
        .and(whereabouts(command.post()),
            (so, where) -> new ToAppoint(so.existing(), so.missing(), so.org(), where.first(), so.holders()))
        .and(holders, (so, offices) -> new ToAppoint(so.existing(), so.missing(), so.org(), so.place(), offices));
  }

  private static Reading<Existence> registered(Id at) {
    return at instanceof SiteId site ? PlaceReadings.opened(site) : PartyReadings.registered((OrgId) at);
  }

  private static Reading<Optional<OrgId>> organisation(Id at) {
    return at instanceof SiteId site ? PlaceReadings.operatorOf(site) : Reading.known(Optional.of((OrgId) at));
  }

  private static Reading<Whereabouts> whereabouts(Post post) {
    return post.at() instanceof OrgId org ? PartyReadings.whereabouts(org) : Whereabouts.of(post.at().tag());
  }

  /**
   * What an appointment depends on.
   *
   * @param existing whether it was made already
   * @param missing the refusal for whoever or whatever is named and not known
   * @param org the organisation in which the role is held
   * @param place where that is, if anybody says
   * @param holders who ever had the role there
   */
  record ToAppoint(
      Existence existing,
      Optional<Decision> missing,
      Optional<OrgId> org,
      Optional<PlaceId> place,
      List<Office> holders) {}

  static Decision end(EndAppointment command, Header header, Appointment appointment) {
    Optional<Decision> objection = appointment.objection(header);
    if (objection.isPresent()) return objection.get();
    Making making = appointment.making().orElseThrow();
    Appointed made = making.fact();
    return accept(new AppointmentEnded(command.appointment(), made.person(), made.role(), made.at(), made.org(),
        making.event()));
  }
}
