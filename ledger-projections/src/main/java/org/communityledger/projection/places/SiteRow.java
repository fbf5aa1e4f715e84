package org.communityledger.projection.places;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.When;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;

/**
 * A site as it stands.
 *
 * @param site the site
 * @param kind what it is
 * @param name its name, if it has one
 * @param place where it is
 * @param operator who runs it
 * @param host whose premises it is in
 * @param unit what it covers
 * @param opened when it opened, no more exact than stated
 * @param closed when it closed; empty while it is open
 * @param titles its titles, each with who gave it; they end with the site
 * @param position the position of the last event about it
 */
public record SiteRow(
    SiteId site,
    String kind,
    Optional<String> name,
    PlaceId place,
    OrgId operator,
    Optional<OrgId> host,
    Optional<CoveredUnit> unit,
    When opened,
    Optional<When> closed,
    SortedMap<String, OrgId> titles,
    long position) {
  public SiteRow {
    titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
  }

  static SiteRow of(SiteOpened it, RecordedEvent recorded) {
    return new SiteRow(it.site(), it.kind(), it.name(), it.place(), it.operator(), it.host(), it.unit(),
        recorded.header().occurred(), Optional.empty(), new TreeMap<>(), recorded.position());
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return closed.isEmpty();
  }

  SiteRow after(Event event, RecordedEvent recorded) {
    SortedMap<String, OrgId> now = new TreeMap<>(titles);
    Optional<When> end = closed;
    switch (event) {
      case SiteClosed it -> {
        end = Optional.of(recorded.header().occurred());
        now.clear();
      }
      case SiteDesignated it -> now.put(it.title(), it.by());
      case DesignationWithdrawn it -> now.remove(it.title());
      default -> {
      }
    }
    return new SiteRow(site, kind, name, place, operator, host, unit, opened, end, now,
        Math.max(position, recorded.position()));
  }
}
