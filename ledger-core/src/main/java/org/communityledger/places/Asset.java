package org.communityledger.places;

import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownAsset;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.places.PlaceRefusal.AssetGone;

/**
 * An asset as it stands.
 *
 * @param id the asset
 * @param installation how it was installed, if it was
 * @param removed the position of its removal, if it is gone
 * @param stewardships who looks after it when
 */
record Asset(
    AssetId id,
    Optional<Installation> installation,
    Optional<Long> removed,
    List<Stewardship> stewardships) {
  /** An installation, and who recorded it. */
  record Installation(AssetInstalled fact, Actor recordedBy, long position) {
    /** Who installed it; where that is not said, whoever recorded it stands for them. */
    Party installer() {
      return fact.by().orElse(recordedBy.who());
    }

    /** Whether the actor is the installer or acts for it, or is one with whoever recorded it for the installer. */
    boolean isBy(Actor actor) {
      Party installer = installer();
      if (actor.actsAs(installer)) return true;
      return fact.by().isPresent() && recordedBy.actsAs(installer) && actor.overlaps(recordedBy);
    }
  }

  /** A time in which somebody looks after the asset. */
  record Stewardship(StewardAssigned fact, long position) {
    boolean isTheSameAs(Party steward, LocalDate from) {
      return fact.steward().equals(steward) && fact.from().equals(from);
    }

    boolean overlaps(LocalDate from, Optional<LocalDate> until) {
      boolean beginsAfter = until.filter(it -> fact.from().isAfter(it)).isPresent();
      boolean endsBefore = fact.until().filter(it -> it.isBefore(from)).isPresent();
      return !beginsAfter && !endsBefore;
    }
  }

  static Reading<Asset> reading(AssetId id) {
    return Reading.of(Selection.of(id.tag(), AssetInstalled.class, AssetRemoved.class, StewardAssigned.class),
        new Asset(id, Optional.empty(), Optional.empty(), List.of()), Asset::evolve);
  }

  private static Asset evolve(Asset before, RecordedEvent recorded) {
    long position = recorded.position();
    return switch (recorded.event()) {
      case AssetInstalled it -> new Asset(before.id,
          Optional.of(new Installation(it, recorded.header().actor(), position)), before.removed,
          before.stewardships);
      case AssetRemoved it -> new Asset(before.id, before.installation, Optional.of(position), before.stewardships);
      case StewardAssigned it -> before.with(new Stewardship(it, position));
      default -> before;
    };
  }

  private Asset with(Stewardship stewardship) {
    List<Stewardship> now = new ArrayList<>(stewardships);
    now.removeIf(it -> it.isTheSameAs(stewardship.fact().steward(), stewardship.fact().from()));
    now.add(stewardship);
    return new Asset(id, installation, removed, now);
  }

  /** Why nothing can be done with the asset: it is unknown or gone; empty if it is there. */
  Optional<Decision> objection() {
    if (installation.isEmpty()) {
      return Optional.of(refuseAbsent(new UnknownAsset(id), Selection.of(id.tag(), AssetInstalled.class)));
    }
    return removed.map(position -> refuse(new AssetGone(id), position));
  }
}
