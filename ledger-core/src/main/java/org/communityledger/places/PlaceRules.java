package org.communityledger.places;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.About;
import org.communityledger.kernel.Header;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.InstallAssets;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceCommand.WithdrawDesignation;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.places.PlaceRefusal.AlreadyRegistered;
import org.communityledger.places.PlaceRefusal.PlaceCycle;

/** The rule sheet of places: what there is, and the tree of places. Sites, frames and assets have their own. */
public final class PlaceRules {
  /** The context's events and commands, where nothing keeps stock. */
  public static final Context CONTEXT = context(StockAtSites.NONE);

  private PlaceRules() {}

  /** The context's events and commands, where it can be asked what stock is left at a site. */
  public static Context context(StockAtSites stock) {
    return Context.named("places")
        .rules(2) // since version 2, late entries are held against what was recorded before them
        .event("PlaceRegistered", 1, PlaceRegistered.class)
        .event("SiteOpened", 1, SiteOpened.class)
        .event("SiteClosed", 1, SiteClosed.class)
        .event("SiteDesignated", 1, SiteDesignated.class)
        .event("DesignationWithdrawn", 1, DesignationWithdrawn.class)
        .event("FrameDeclared", 1, FrameDeclared.class)
        .event("FrameRevised", 1, FrameRevised.class)
        .event("AssetInstalled", 1, AssetInstalled.class)
        .event("AssetRemoved", 1, AssetRemoved.class)
        .event("AssetInspected", 1, AssetInspected.class)
        .event("StewardAssigned", 1, StewardAssigned.class)
        .command("RegisterPlace", RegisterPlace.class, PlaceRules::placeAndParent, PlaceRules::register)
        .command("OpenSite", OpenSite.class, it -> SiteRules.toOpen(List.of(it)),
            (command, header, found) -> SiteRules.open(command, found))
        .command("OpenSites", OpenSites.class, it -> SiteRules.toOpen(it.sites()),
            (command, header, found) -> SiteRules.open(command.sites(), found))
        .command("CloseSite", CloseSite.class, it -> SiteRules.toClose(it, stock), SiteRules::close)
        .command("DesignateSite", DesignateSite.class, SiteRules::toDesignate, SiteRules::designate)
        .command("WithdrawDesignation", WithdrawDesignation.class, it -> Site.reading(it.site()), SiteRules::withdraw)
        .command("DeclareFrame", DeclareFrame.class, FrameRules::toDeclare, FrameRules::declare)
        .command("ReviseFrame", ReviseFrame.class, it -> Frame.withCoverings(it.frame()), FrameRules::revise)
        .command("InstallAsset", InstallAsset.class, it -> AssetRules.toInstall(List.of(it)),
            (command, header, found) -> AssetRules.install(command, found))
        .command("InstallAssets", InstallAssets.class, it -> AssetRules.toInstall(it.assets()),
            (command, header, found) -> AssetRules.install(command.assets(), found))
        .command("RemoveAsset", RemoveAsset.class, it -> AssetRules.assetAndCase(it.asset(), it.caseId()),
            AssetRules::remove)
        .command("InspectAsset", InspectAsset.class, it -> AssetRules.assetAndCase(it.asset(), it.opensCase()),
            AssetRules::inspect)
        .command("AssignSteward", AssignSteward.class, AssetRules::assetAndSteward, AssetRules::assign)
        .late(OpenSite.class, (it, header) -> LateEntries.opening(List.of(it), header))
        .late(OpenSites.class, (it, header) -> LateEntries.opening(it.sites(), header))
        .late(CloseSite.class, LateEntries::closing)
        .late(InstallAsset.class, (it, header) -> LateEntries.installing(List.of(it), header))
        .late(InstallAssets.class, (it, header) -> LateEntries.installing(it.assets(), header))
        .late(RemoveAsset.class, LateEntries::removing)
        .place(RegisterPlace.class, it -> Whereabouts.named(it.parent()))
        .place(OpenSite.class, it -> Whereabouts.named(Optional.of(it.place())))
        .place(OpenSites.class, it -> Whereabouts.named(it.sites().stream().map(OpenSite::place).toList()))
        .place(DeclareFrame.class, it -> Whereabouts.named(Optional.of(it.place())))
        .place(InstallAsset.class, it -> Whereabouts.named(Optional.of(it.place())))
        .place(InstallAssets.class, it -> Whereabouts.named(it.assets().stream().map(InstallAsset::place).toList()))
        .place(About.class, it -> Whereabouts.of(it.subject().tag()))
        .build();
  }

  static Decision register(RegisterPlace command, Header header, PlaceAndParent found) {
    if (found.place().isKnown()) return found.place().refuseTaken(new AlreadyRegistered(command.place()));
    // A place not yet registered has nothing within it, so the only cycle is to lie within itself.
    if (command.parent().filter(command.place()::equals).isPresent()) {
      return refuse(new PlaceCycle(command.place(), command.place()));
    }
    if (found.missing().isPresent()) return found.missing().get();
    return accept(new PlaceRegistered(command.place(), command.kind(), command.name(), command.parent(),
        command.parentConfirmed()));
  }

  private static Reading<PlaceAndParent> placeAndParent(RegisterPlace command) {
    return PlaceReadings.registered(command.place())
        .and(Existence.firstMissing(command.parent().stream().map(PlaceReadings::registered).toList()),
            PlaceAndParent::new);
  }

  /** The place, and the refusal for its parent if that is missing. */
  record PlaceAndParent(Existence place, Optional<Decision> missing) {}
}
