package org.communityledger.places;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Located;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;

/** What happened to places, the sites and assets at them, and the frames of what ought to be covered. */
public sealed interface PlaceEvent extends Event {
  /** A place is known from here on. */
  record PlaceRegistered(PlaceId place, String kind, String name, Optional<PlaceId> parent, boolean parentConfirmed)
      implements
        PlaceEvent,
        PlaceRegistration {
    @Override
    public PlaceId created() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(place), parent);
    }
  }

  /**
   * A site is open from here on; {@code after} is the closing that left room for it at its host, if there had been another
   * site of the kind.
   */
  record SiteOpened(
      SiteId site,
      String kind,
      Optional<String> name,
      PlaceId place,
      OrgId operator,
      Optional<OrgId> host,
      Optional<CoveredUnit> unit,
      Optional<EventId> after) implements PlaceEvent, Located, NeedsCompensation {
    @Override
    public Id created() {
      return site;
    }

    @Override
    public PlaceId whereabouts() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return and(Tag.allPresent(Optional.of(site), Optional.of(place), Optional.of(operator), host, after),
          ofSeat(kind, host, unit));
    }
  }

  /** The site is closed from here on; the rest says what it leaves room for. */
  record SiteClosed(SiteId site, String kind, Optional<OrgId> host, Optional<CoveredUnit> unit) implements PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return and(Tag.allOf(site), ofSeat(kind, host, unit));
    }
  }

  /** The site has a title from here on. */
  record SiteDesignated(SiteId site, String title, OrgId by) implements PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(site, by);
    }
  }

  /** The site lost a title; {@code designation} is the event that gave it. */
  record DesignationWithdrawn(SiteId site, String title, EventId designation) implements PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(site, designation);
    }
  }

  /** This many units, and if they are listed these, ought to be covered. It is the first version of the frame. */
  record FrameDeclared(FrameId frame, String what, PlaceId place, Tally size, List<UnitId> units, LocalDate asOf)
      implements
        PlaceEvent,
        Located {
    public FrameDeclared {
      units = List.copyOf(units);
    }

    @Override
    public Id created() {
      return frame;
    }

    @Override
    public PlaceId whereabouts() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(frame, place);
    }
  }

  /** From here on other units, or another number of them, ought to be covered. */
  record FrameRevised(FrameId frame, int version, Tally size, List<UnitId> units, LocalDate asOf)
      implements
        PlaceEvent {
    public FrameRevised {
      units = List.copyOf(units);
    }

    @Override
    public Set<Tag> tags() {
      return Tag.allOf(frame);
    }
  }

  /**
   * An asset is there from here on; {@code after} is the removal that left room for it in its unit, if there had been
   * another asset of the kind.
   */
  record AssetInstalled(
      AssetId asset,
      String kind,
      PlaceId place,
      Optional<SiteId> site,
      Optional<CoveredUnit> unit,
      Tally quantity,
      Optional<Party> by,
      Optional<Party> paidBy,
      Optional<CaseId> caseId,
      Optional<EventId> after) implements PlaceEvent, Located, NeedsCompensation {
    @Override
    public Id created() {
      return asset;
    }

    @Override
    public PlaceId whereabouts() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return and(
          Tag.allPresent(Optional.of(asset), Optional.of(place), site, by, paidBy, caseId, after),
          unit.stream().flatMap(it -> it.tags(kind)));
    }
  }

  /** The asset is gone from here on; the rest says where it was and what it leaves room for. */
  record AssetRemoved(
      AssetId asset,
      String kind,
      PlaceId place,
      Optional<SiteId> site,
      Optional<CoveredUnit> unit,
      Optional<CaseId> caseId) implements PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return and(Tag.allPresent(Optional.of(asset), Optional.of(place), site, caseId),
          unit.stream().flatMap(it -> it.tags(kind)));
    }
  }

  /** Somebody other than its installer looked at the asset. */
  record AssetInspected(AssetId asset, Condition condition, Optional<CaseId> opensCase) implements PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allPresent(Optional.of(asset), opensCase);
    }
  }

  /** Somebody looks after the asset, from a day on, until and including a last day if there is one. */
  record StewardAssigned(AssetId asset, Party steward, LocalDate from, Optional<LocalDate> until)
      implements
        PlaceEvent {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(asset, steward);
    }
  }

  private static Stream<Tag> ofSeat(String kind, Optional<OrgId> host, Optional<CoveredUnit> unit) {
    return Stream.concat(host.map(it -> Vacancy.hostTag(kind, it)).stream(),
        unit.stream().flatMap(it -> it.tags(kind)));
  }

  private static Set<Tag> and(Set<Tag> some, Stream<Tag> more) {
    return Stream.concat(some.stream(), more).collect(toUnmodifiableSet());
  }
}
