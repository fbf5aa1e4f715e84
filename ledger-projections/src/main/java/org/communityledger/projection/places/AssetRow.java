package org.communityledger.projection.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.places.Condition;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.StewardAssigned;

/**
 * An asset as it stands.
 *
 * @param asset the asset
 * @param kind what it is
 * @param place where it is
 * @param site the site it belongs to
 * @param unit what it covers
 * @param quantity how many pieces it is
 * @param hands who installed it and who paid for it
 * @param caseId the case for which it was installed
 * @param installed when it was installed, no more exact than stated
 * @param removed when it was removed; empty while it is there
 * @param inspection how it was found last; empty if nobody looked
 * @param stewards who looks after it when, in the order in which it was said
 * @param position the position of the last event about it
 */
public record AssetRow(
    AssetId asset,
    String kind,
    PlaceId place,
    Optional<SiteId> site,
    Optional<CoveredUnit> unit,
    Tally quantity,
    Hands hands,
    Optional<CaseId> caseId,
    When installed,
    Optional<When> removed,
    Optional<Inspection> inspection,
    List<StewardAssigned> stewards,
    long position) {
  public AssetRow {
    stewards = List.copyOf(stewards);
  }

  /**
   * Who installed an asset and who paid for it, where that was said.
   *
   * @param by who installed it
   * @param paidBy who paid for it
   */
  public record Hands(Optional<Party> by, Optional<Party> paidBy) {}

  /**
   * How an asset was found.
   *
   * @param condition its condition
   * @param inspector who looked
   * @param occurred when, no more exact than stated
   */
  public record Inspection(Condition condition, Actor inspector, When occurred) {}

  static AssetRow of(AssetInstalled it, RecordedEvent recorded) {
    return new AssetRow(it.asset(), it.kind(), it.place(), it.site(), it.unit(), it.quantity(),
        new Hands(it.by(), it.paidBy()), it.caseId(), recorded.header().occurred(), Optional.empty(), Optional.empty(),
        List.of(), recorded.position());
  }

  /** Whether it is there. */
  public boolean isLive() {
    return removed.isEmpty();
  }

  /** Its condition when it was inspected last; empty if nobody looked. */
  public Optional<Condition> condition() {
    return inspection.map(Inspection::condition);
  }

  AssetRow after(Event event, RecordedEvent recorded) {
    When occurred = recorded.header().occurred();
    Optional<When> gone = event instanceof AssetRemoved ? Optional.of(occurred) : removed;
    Optional<Inspection> last = event instanceof AssetInspected it
        ? Optional.of(new Inspection(it.condition(), recorded.header().actor(), occurred))
        : inspection;
    List<StewardAssigned> now = new ArrayList<>(stewards);
    if (event instanceof StewardAssigned it) {
      now.removeIf(other -> other.steward().equals(it.steward()) && other.from().equals(it.from()));
      now.add(it);
    }
    return new AssetRow(asset, kind, place, site, unit, quantity, hands, caseId, installed, gone, last, now,
        Math.max(position, recorded.position()));
  }
}
