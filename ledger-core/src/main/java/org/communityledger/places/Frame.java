package org.communityledger.places;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.Unknown.UnknownFrame;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceRefusal.FrameFull;
import org.communityledger.places.PlaceRefusal.UnitOutsideFrame;

/**
 * A frame as it stands.
 *
 * @param id the frame
 * @param definition its last version, if it is declared
 * @param covering the open sites and the assets that cover it, as far as they were read
 */
record Frame(FrameId id, Optional<Definition> definition, Map<Id, Covering> covering) {
  /** A version of a frame. */
  record Definition(int version, Tally size, Set<UnitId> units, EventId event, long position) {}

  /** What covers a unit. */
  record Covering(String kind, Optional<UnitId> unit, long since) {}

  /** What a new site or asset needs to know: if the frame lists its units, what they are; if not, also what is there. */
  static Reading<Frame> toBeCovered(FrameId id) {
    return read(id, definitions(id)).then(it -> it.definition().filter(is -> is.units().isEmpty()).isPresent()
        ? withCoverings(id)
        : Reading.known(it));
  }

  /** The frame and everything that covers it. */
  static Reading<Frame> withCoverings(FrameId id) {
    return read(id, definitions(id).or(Selection.of(id.tag(), SiteOpened.class, SiteClosed.class,
        AssetInstalled.class, AssetRemoved.class)));
  }

  private static Selection definitions(FrameId id) {
    return Selection.of(id.tag(), FrameDeclared.class, FrameRevised.class);
  }

  private static Reading<Frame> read(FrameId id, Selection selection) {
    return Reading.of(selection, new Frame(id, Optional.empty(), Map.of()), Frame::evolve);
  }

  private static Frame evolve(Frame before, RecordedEvent recorded) {
    long position = recorded.position();
    return switch (recorded.event()) {
      case FrameDeclared it -> before.defined(1, it.size(), it.units(), recorded);
      case FrameRevised it -> before.defined(it.version(), it.size(), it.units(), recorded);
      case SiteOpened it -> before.covered(it.site(), it.kind(), it.unit().flatMap(CoveredUnit::unit), position);
      case AssetInstalled it -> before.covered(it.asset(), it.kind(), it.unit().flatMap(CoveredUnit::unit), position);
      case SiteClosed it -> before.without(it.site());
      case AssetRemoved it -> before.without(it.asset());
      default -> before;
    };
  }

  private Frame defined(int version, Tally size, List<UnitId> units, RecordedEvent recorded) {
    return new Frame(id, Optional.of(new Definition(version, size, new HashSet<>(units), recorded.id(),
        recorded.position())), covering);
  }

  private Frame covered(Id thing, String kind, Optional<UnitId> unit, long since) {
    Map<Id, Covering> now = new LinkedHashMap<>(covering);
    now.put(thing, new Covering(kind, unit, since));
    return new Frame(id, definition, now);
  }

  private Frame without(Id thing) {
    Map<Id, Covering> now = new LinkedHashMap<>(covering);
    now.remove(thing);
    return new Frame(id, definition, now);
  }

  Decision refuseUnknown() {
    return refuseAbsent(new UnknownFrame(id), Selection.of(id.tag(), FrameDeclared.class));
  }

  /**
   * Why the unit is not covered by another thing of the kind; empty if it is.
   *
   * @param unit the unit, if one is named
   * @param kind the kind
   * @param alongside how many things of the kind the same command brings before it
   */
  Optional<Decision> objection(Optional<UnitId> unit, String kind, int alongside) {
    if (definition.isEmpty()) return Optional.of(refuseUnknown());
    Definition now = definition.get();
    if (now.units().isEmpty() ? unit.isPresent() : unit.filter(now.units()::contains).isEmpty()) {
      return Optional.of(refuse(new UnitOutsideFrame(id, now.version(), unit), now.position()));
    }
    List<Covering> alike = covering.values().stream().filter(it -> it.kind().equals(kind)).toList();
    if (now.units().isEmpty() && surelyExceeds(alike.size() + alongside + 1, now.size())) {
      return Optional.of(refuse(new FrameFull(id, now.version(), kind, now.size()), positions(alike)));
    }
    return Optional.empty();
  }

  /** The unit, by the version of the frame in force. */
  CoveredUnit unit(FrameUnit unit) {
    Definition now = definition.orElseThrow();
    return new CoveredUnit(id, unit.unit(), now.version(), now.event());
  }

  /**
   * The least number of units that are covered: those that are named, and of those of one kind that are not, as many as
   * there are things.
   */
  long leastCovered() {
    Set<UnitId> named = new HashSet<>();
    Map<String, Long> unnamed = new LinkedHashMap<>();
    for (Covering each : covering.values()) {
      each.unit().ifPresentOrElse(named::add, () -> unnamed.merge(each.kind(), 1L, Long::sum));
    }
    return unnamed.values().stream().reduce((long) named.size(), Math::max);
  }

  /** What covers a unit that is not among these. */
  List<Covering> unlistedIn(List<UnitId> units) {
    Set<UnitId> listed = new HashSet<>(units);
    return covering.values().stream().filter(it -> it.unit().filter(unit -> !listed.contains(unit)).isPresent())
        .toList();
  }

  /** Whether the number is above the size; a size that is only about right is never surely exceeded. */
  static boolean surelyExceeds(long number, Tally size) {
    return !size.approximate() && size.upper().filter(it -> number > it).isPresent();
  }

  static long[] positions(Collection<Covering> coverings) {
    return coverings.stream().mapToLong(Covering::since).toArray();
  }
}
