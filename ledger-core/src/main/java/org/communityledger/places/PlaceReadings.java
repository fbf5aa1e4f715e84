package org.communityledger.places;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Unknown.UnknownAsset;
import org.communityledger.kernel.Unknown.UnknownFrame;
import org.communityledger.kernel.Unknown.UnknownPlace;
import org.communityledger.kernel.Unknown.UnknownSite;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceEvent.SiteOpened;

/** What places tell other contexts. */
public final class PlaceReadings {
  private PlaceReadings() {}

  /** Whether the place is registered. */
  public static Reading<Existence> registered(PlaceId place) {
    return Existence.of(PlaceRegistered.class, new UnknownPlace(place));
  }

  /** Whether the site was ever opened. */
  public static Reading<Existence> opened(SiteId site) {
    return Existence.of(SiteOpened.class, new UnknownSite(site));
  }

  /** Who runs the site; empty if it was never opened. */
  public static Reading<Optional<OrgId>> operatorOf(SiteId site) {
    return Site.reading(site).map(it -> it.opening().map(SiteOpened::operator));
  }

  /** Why nothing can be done at the site: it is unknown or closed; empty if it is open. */
  public static Reading<Optional<Decision>> objectionTo(SiteId site) {
    return Site.reading(site).map(Site::objection);
  }

  /** Where the site was opened; empty if it never was. */
  public static Reading<Optional<PlaceId>> placeOf(SiteId site) {
    return Site.reading(site).map(it -> it.opening().map(SiteOpened::place));
  }

  /** Whether the frame is declared. */
  public static Reading<Existence> declared(FrameId frame) {
    return Existence.of(FrameDeclared.class, new UnknownFrame(frame));
  }

  /** Whether the asset was ever installed. */
  public static Reading<Existence> installed(AssetId asset) {
    return Existence.of(AssetInstalled.class, new UnknownAsset(asset));
  }

  /** The places above one, the next first; none if it is not registered or is the outermost. */
  public static Reading<List<PlaceId>> above(PlaceId place) {
    return Whereabouts.above(place);
  }
}
