package org.communityledger.places;

import static org.communityledger.decide.Decision.refuse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteOpened;

/**
 * Whether there is room where at most one thing of a kind may be: one site of a kind at a host, one asset of a kind in a
 * unit.
 *
 * @param takenBy what is there, with the position of the event that put it there
 * @param after the event that made the room, if there had been something before
 */
record Vacancy(Map<Id, Long> takenBy, Optional<EventId> after) {
  private static final Vacancy FREE = new Vacancy(Map.of(), Optional.empty());

  /** Where sites of a kind in the premises of a host are found. */
  static Tag hostTag(String kind, OrgId host) {
    return new Tag("host", kind + ":" + host.value());
  }

  static Reading<Vacancy> atHost(Tag host) {
    return Reading.of(Selection.of(host, SiteOpened.class, SiteClosed.class), FREE, Vacancy::evolve);
  }

  static Reading<Vacancy> inUnit(Tag unit) {
    return Reading.of(Selection.of(unit, AssetInstalled.class, AssetRemoved.class), FREE, Vacancy::evolve);
  }

  private static Vacancy evolve(Vacancy before, RecordedEvent recorded) {
    return switch (recorded.event()) {
      case SiteOpened it -> before.taking(it.site(), recorded.position());
      case AssetInstalled it -> before.taking(it.asset(), recorded.position());
      case SiteClosed it -> before.leaving(it.site(), recorded.id());
      case AssetRemoved it -> before.leaving(it.asset(), recorded.id());
      default -> before;
    };
  }

  /** Why another thing does not go there; empty if there is room, also beside what the batch brings before it. */
  Optional<Decision> objection(Optional<Id> taker, Function<Id, Refusal> refusal) {
    return takenBy.entrySet().stream().findFirst().map(it -> refuse(refusal.apply(it.getKey()), it.getValue()))
        .or(() -> taker.map(it -> refuse(refusal.apply(it))));
  }

  private Vacancy taking(Id thing, long position) {
    Map<Id, Long> now = new LinkedHashMap<>(takenBy);
    now.put(thing, position);
    return new Vacancy(now, after);
  }

  private Vacancy leaving(Id thing, EventId left) {
    Map<Id, Long> now = new LinkedHashMap<>(takenBy);
    now.remove(thing);
    return new Vacancy(now, Optional.of(left));
  }
}
