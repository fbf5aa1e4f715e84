package org.communityledger.places;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Overtaken;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RemoveAsset;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.places.PlaceRefusal.AssetGone;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.places.PlaceRefusal.UnitHasAsset;

/** What late entries at places conflict with. */
final class LateEntries {
  private LateEntries() {}

  /** There is room for each site now, but on its day there was another one. */
  static Reading<List<Conflict>> opening(List<OpenSite> sites, Header header) {
    return ofEach(sites, it -> SiteRules.room(it)
        .map(room -> taking(room, SiteClosed.class, it.site(), HostHasSuchSite.class, header)));
  }

  /** There is room for each asset now, but on its day there was another one. */
  static Reading<List<Conflict>> installing(List<InstallAsset> assets, Header header) {
    return ofEach(assets, it -> AssetRules.room(it)
        .map(room -> taking(room, AssetRemoved.class, it.asset(), UnitHasAsset.class, header)));
  }

  private static Reading<List<Conflict>> taking(
      Tag room,
      Class<? extends Event> leaving,
      Id taker,
      Class<? extends Refusal> rule,
      Header header) {
    return Overtaken.last(Selection.of(room, leaving)).map(left -> Conflict.ofItself(header, left, taker, rule));
  }

  private static <C> Reading<List<Conflict>> ofEach(
      List<C> commands,
      Function<C, Optional<Reading<List<Conflict>>>> conflicts) {
    List<Integer> numbers = IntStream.range(0, commands.size()).boxed().toList();
    return Reading.ofEach(numbers, it -> conflicts.apply(commands.get(it)).orElse(Reading.known(List.of())))
        .map(found -> numbers.stream()
            .flatMap(it -> requireNonNull(found.get(it)).stream().map(conflict -> conflict.at(it))).toList());
  }

  /** The site got titles and assets although it was closed. */
  static Reading<List<Conflict>> closing(CloseSite command, Header header) {
    return Overtaken.by(header, Selection.of(command.site().tag(), SiteDesignated.class, AssetInstalled.class))
        .map(it -> Conflict.ofEach(it, command.site(), PlaceRefusal.SiteClosed.class));
  }

  /** The asset was looked at and put in somebody's care although it was gone. */
  static Reading<List<Conflict>> removing(RemoveAsset command, Header header) {
    return Overtaken.by(header, Selection.of(command.asset().tag(), AssetInspected.class, StewardAssigned.class))
        .map(it -> Conflict.ofEach(it, command.asset(), AssetGone.class));
  }
}
