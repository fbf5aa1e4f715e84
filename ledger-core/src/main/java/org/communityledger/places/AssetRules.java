package org.communityledger.places;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.CommonRefusal.ReasonMissing;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Creation;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unknown.UnknownCase;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.Asset.Installation;
import org.communityledger.places.Asset.Stewardship;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.places.PlaceRefusal.AssetExists;
import org.communityledger.places.PlaceRefusal.InspectorIsInstaller;
import org.communityledger.places.PlaceRefusal.SiteElsewhere;
import org.communityledger.places.PlaceRefusal.StewardOverlaps;
import org.communityledger.places.PlaceRefusal.UnitHasAsset;

/** The rule sheet of assets: installing, removing, inspecting, looking after. */
final class AssetRules {
  private AssetRules() {}

  static Decision install(InstallAsset command, ToInstall found) {
    Batch none = new Batch();
    Optional<Decision> objection = found.missing().or(() -> objection(command, found, none));
    return objection.orElseGet(() -> accept(installed(command, found)).unless(unitTaken(command, found, none)));
  }

  /** All of the assets or none, and none that is irregular: that is sent on its own. */
  static Decision install(List<InstallAsset> commands, ToInstall found) {
    if (found.missing().isPresent()) return found.missing().get();
    Batch before = new Batch();
    List<AssetInstalled> installed = new ArrayList<>();
    for (InstallAsset each : commands) {
      Optional<Decision> objection = objection(each, found, before).or(() -> unitTaken(each, found, before));
      if (objection.isPresent()) return objection.get();
      installed.add(installed(each, found));
      before.add(each.asset(), each.kind(), room(each), each.unit());
    }
    return accept(installed);
  }

  private static Optional<Decision> objection(InstallAsset command, ToInstall found, Batch before) {
    Existence existing = requireNonNull(found.assets().get(command.asset()));
    if (existing.isKnown() || before.holds(command.asset())) {
      return Optional.of(existing.refuseTaken(new AssetExists(command.asset())));
    }
    return command.site().flatMap(it -> objection(requireNonNull(found.sites().get(it)), command.place()))
        .or(() -> command.unit().flatMap(it -> found.frame(it).objection(it.unit(), command.kind(),
            before.count(it.frame(), command.kind()))));
  }

  private static Optional<Decision> unitTaken(InstallAsset command, ToInstall found, Batch before) {
    return room(command).flatMap(room -> found.vacancy(command).orElseThrow().objection(before.taker(room),
        asset -> unitHasAsset(command, (AssetId) asset)));
  }

  private static Optional<Decision> objection(Site site, PlaceId place) {
    return site.objection().or(() -> site.opening().map(SiteOpened::place).filter(it -> !it.equals(place))
        .map(it -> refuse(new SiteElsewhere(site.id(), it, place))));
  }

  private static UnitHasAsset unitHasAsset(InstallAsset command, AssetId asset) {
    FrameUnit unit = command.unit().orElseThrow();
    return new UnitHasAsset(unit.frame(), unit.unit().orElseThrow(), command.kind(), asset);
  }

  private static AssetInstalled installed(InstallAsset command, ToInstall found) {
    return new AssetInstalled(command.asset(), command.kind(), command.place(), command.site(),
        command.unit().map(it -> found.frame(it).unit(it)), command.quantity(), command.by(), command.paidBy(),
        command.caseId(), found.vacancy(command).flatMap(Vacancy::after));
  }

  /** The room an asset takes: the one for its kind in its unit. */
  static Optional<Tag> room(InstallAsset command) {
    return command.unit()
        .flatMap(it -> it.unit().map(unit -> CoveredUnit.tag(it.frame(), command.kind(), unit)));
  }

  static Reading<ToInstall> toInstall(List<InstallAsset> commands) {
    List<Reading<Existence>> needs = Stream.of(
        commands.stream().map(InstallAsset::place).distinct().map(PlaceReadings::registered),
        commands.stream().flatMap(it -> Stream.concat(it.by().stream(), it.paidBy().stream())).distinct()
            .map(PartyReadings::registered),
        commands.stream().flatMap(it -> it.caseId().stream()).distinct().map(AssetRules::reported))
        .flatMap(it -> it).toList();
    return Existence.firstMissing(needs)
        .and(Reading.ofEach(commands.stream().map(InstallAsset::asset).toList(), PlaceReadings::installed),
            (missing, assets) -> new ToInstall(missing, assets, Map.of(), Map.of(), Map.of()))
        .and(Reading.ofEach(commands.stream().flatMap(it -> it.site().stream()).toList(), Site::reading),
            (so, sites) -> new ToInstall(so.missing(), so.assets(), sites, Map.of(), Map.of()))
        .and(Reading.ofEach(commands.stream().flatMap(it -> room(it).stream()).toList(), Vacancy::inUnit),
            (so, units) -> new ToInstall(so.missing(), so.assets(), so.sites(), units, Map.of()))
        .and(Reading.ofEach(commands.stream().flatMap(it -> it.unit().stream()).map(FrameUnit::frame).toList(),
            Frame::toBeCovered),
            (so, frames) -> new ToInstall(so.missing(), so.assets(), so.sites(), so.units(), frames));
  }

  /** Whether a case is reported, without knowing the context of cases, which comes after places. */
  private static Reading<Existence> reported(CaseId id) {
    return Existence.of(Creation.class, new UnknownCase(id));
  }

  /** What installing assets depends on: whether what they need is there, whether they are, their sites, units, frames. */
  record ToInstall(
      Optional<Decision> missing,
      Map<AssetId, Existence> assets,
      Map<SiteId, Site> sites,
      Map<Tag, Vacancy> units,
      Map<FrameId, Frame> frames) {
    private Optional<Vacancy> vacancy(InstallAsset command) {
      return room(command).map(it -> requireNonNull(units.get(it)));
    }

    private Frame frame(FrameUnit unit) {
      return requireNonNull(frames.get(unit.frame()));
    }
  }

  static Decision remove(RemoveAsset command, Header header, AssetAndNeeds found) {
    Optional<Decision> objection = found.asset().objection().or(found::missing);
    if (objection.isPresent()) return objection.get();
    if (header.reason().isEmpty()) return refuse(new ReasonMissing("places.RemoveAsset"));
    AssetInstalled installed = found.asset().installation().orElseThrow().fact();
    return accept(new AssetRemoved(command.asset(), installed.kind(), installed.place(), installed.site(),
        installed.unit(), command.caseId()));
  }

  static Decision inspect(InspectAsset command, Header header, AssetAndNeeds found) {
    Optional<Decision> objection = found.asset().objection().or(found::missing);
    if (objection.isPresent()) return objection.get();
    Installation installation = found.asset().installation().orElseThrow();
    if (installation.isBy(header.actor())) {
      return refuse(new InspectorIsInstaller(command.asset(), installation.installer()), installation.position());
    }
    return accept(new AssetInspected(command.asset(), command.condition(), command.opensCase()));
  }

  static Decision assign(AssignSteward command, Header header, AssetAndNeeds found) {
    Optional<Decision> objection = found.asset().objection().or(found::missing);
    if (objection.isPresent()) return objection.get();
    Optional<Stewardship> overlapping = found.asset().stewardships().stream()
        .filter(it -> !it.isTheSameAs(command.steward(), command.from()))
        .filter(it -> it.overlaps(command.from(), command.until())).findFirst();
    return accept(new StewardAssigned(command.asset(), command.steward(), command.from(), command.until()))
        .unless(overlapping.map(it -> refuse(overlaps(it.fact()), it.position())));
  }

  private static StewardOverlaps overlaps(StewardAssigned other) {
    return new StewardOverlaps(other.asset(), other.steward(), other.from(), other.until());
  }

  static Reading<AssetAndNeeds> assetAndCase(AssetId asset, Optional<CaseId> caseId) {
    return assetAnd(asset, caseId.stream().map(AssetRules::reported).toList());
  }

  static Reading<AssetAndNeeds> assetAndSteward(AssignSteward command) {
    return assetAnd(command.asset(), List.of(PartyReadings.registered(command.steward())));
  }

  private static Reading<AssetAndNeeds> assetAnd(AssetId asset, List<Reading<Existence>> needs) {
    return Asset.reading(asset).and(Existence.firstMissing(needs), AssetAndNeeds::new);
  }

  /** An asset, and the refusal for what the command names besides and is missing. */
  record AssetAndNeeds(Asset asset, Optional<Decision> missing) {}
}
