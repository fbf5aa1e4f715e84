package org.communityledger.places;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;

/**
 * A site as it stands.
 *
 * @param id the site
 * @param opening how it was opened, if it was
 * @param closed the position of its closing, if it is closed
 * @param designations how it got each title it has
 */
record Site(SiteId id, Optional<SiteOpened> opening, Optional<Long> closed, Map<String, Designation> designations) {
  /** The event that gave a title. */
  record Designation(EventId event, long position) {}

  static Reading<Site> reading(SiteId id) {
    return Reading.of(
        Selection.of(id.tag(), SiteOpened.class, SiteClosed.class, SiteDesignated.class, DesignationWithdrawn.class),
        new Site(id, Optional.empty(), Optional.empty(), Map.of()), Site::evolve);
  }

  private static Site evolve(Site before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case SiteOpened it -> new Site(before.id, Optional.of(it), before.closed, before.designations);
      case SiteClosed it -> new Site(before.id, before.opening, Optional.of(recorded.position()), before.designations);
      case SiteDesignated it -> before.holding(it.title(),
          Optional.of(new Designation(recorded.id(), recorded.position())));
      case DesignationWithdrawn it -> before.holding(it.title(), Optional.empty());
      default -> before;
    };
  }

  private Site holding(String title, Optional<Designation> designation) {
    Map<String, Designation> now = new HashMap<>(designations);
    designation.ifPresentOrElse(it -> now.put(title, it), () -> now.remove(title));
    return new Site(id, opening, closed, now);
  }

  /** Why nothing can be done at the site: it is unknown or closed; empty if it is open. */
  Optional<Decision> objection() {
    if (opening.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownSite(id), Selection.of(id.tag(), SiteOpened.class)));
    }
    return closed.map(position -> refuse(new PlaceRefusal.SiteClosed(id), position));
  }
}
