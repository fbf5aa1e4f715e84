package org.communityledger.projection.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;

/**
 * A frame and what covers it.
 *
 * @param frame the frame
 * @param what what its units are
 * @param place where they are
 * @param version its version in force
 * @param size how many units it has
 * @param units its units, if it lists them
 * @param asOf the day for which that is true
 * @param coverings the open sites and the assets that are there, in the order in which they came
 * @param position the position of the last event about it
 */
public record FrameRow(
    FrameId frame,
    String what,
    PlaceId place,
    int version,
    Tally size,
    List<UnitId> units,
    LocalDate asOf,
    List<Covering> coverings,
    long position) {
  public FrameRow {
    units = List.copyOf(units);
    coverings = List.copyOf(coverings);
  }

  /**
   * A site or an asset that covers a unit.
   *
   * @param thing the tag of the site or asset
   * @param kind what it is
   * @param unit the unit, if it is known which
   */
  public record Covering(Tag thing, String kind, Optional<UnitId> unit) {}

  static FrameRow of(FrameDeclared it, long position) {
    return new FrameRow(it.frame(), it.what(), it.place(), 1, it.size(), it.units(), it.asOf(), List.of(), position);
  }

  FrameRow revised(FrameRevised it, long at) {
    return new FrameRow(frame, what, place, it.version(), it.size(), it.units(), it.asOf(), coverings,
        Math.max(position, at));
  }

  FrameRow covered(Tag thing, String kind, Optional<CoveredUnit> unit, long at) {
    List<Covering> now = new ArrayList<>(coverings);
    now.add(new Covering(thing, kind, unit.flatMap(CoveredUnit::unit)));
    return with(now, at);
  }

  FrameRow without(Tag thing, long at) {
    return with(coverings.stream().filter(it -> !it.thing().equals(thing)).toList(), at);
  }

  private FrameRow with(List<Covering> now, long at) {
    return new FrameRow(frame, what, place, version, size, units, asOf, now, Math.max(position, at));
  }

  /**
   * How many units are covered by at least one site or asset. Things of one kind of which it is not known which unit they
   * cover, cover one each; whether they cover the same as others do nobody knows, so that the number can be an interval.
   */
  public Tally covered() {
    Tally all = Tally.exact(namedUnits().size(), size.unit());
    for (Long each : unnamedByKind()) {
      all = all.union(Tally.exact(each, size.unit()));
    }
    boolean sizeIsBound = !size.approximate() && size.upper().isPresent();
    return sizeIsBound ? atMost(all, size.upper().get()) : all;
  }

  private static Tally atMost(Tally tally, long most) {
    long upper = Math.max(tally.lower(), Math.min(tally.upper().orElse(most), most));
    return Tally.between(tally.lower(), upper, tally.unit());
  }

  private Set<UnitId> namedUnits() {
    Set<UnitId> named = new HashSet<>();
    coverings.forEach(it -> it.unit().ifPresent(named::add));
    return named;
  }

  private Collection<Long> unnamedByKind() {
    Map<String, Long> byKind = new TreeMap<>();
    coverings.stream().filter(it -> it.unit().isEmpty()).forEach(it -> byKind.merge(it.kind(), 1L, Long::sum));
    return byKind.values();
  }

  /** The covered units out of all units of the frame. */
  public Ratio coverage() {
    return new Ratio(covered(), size, what);
  }

  /** The units that the frame lists and of which it is not known that they are covered; empty if it lists none. */
  public List<UnitId> uncovered() {
    Set<UnitId> named = namedUnits();
    return units.stream().filter(it -> !named.contains(it)).toList();
  }
}
