package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.OpenSites;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceCommand.WithdrawDesignation;

/**
 * Where a district serves its people: a station in each community, and corners in its shops, of which each community keeps
 * a list. Not thread-safe.
 */
final class SiteMatters implements Matters {
  private static final int FIRST_SHOPS = 40;
  private static final int FIRST_CORNERS = 4;
  private static final List<String> OTHER_KINDS = List.of("CENTRE", "DEMO_STREET", "STATION");
  private static final String CORNER = "CARING_CORNER";
  private static final List<String> TITLES = List.of("model", "warm-heart", "five-star");

  private final District district;
  private final Chance chance;
  private final List<SiteId> stations = new ArrayList<>();
  private final Map<Integer, Integer> shops = new HashMap<>();
  private final Map<Integer, Integer> corners = new HashMap<>();
  private int hosts;

  SiteMatters(District district) {
    this.district = district;
    this.chance = district.chance();
  }

  /** One station in each community, which never closes. */
  List<SiteId> stations() {
    return stations;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    List<Supplier<Asked>> all = new ArrayList<>();
    for (int i = 0; i < District.COMMUNITIES; i++) {
      int community = i;
      all.add(() -> station(community));
      all.add(() -> frame(community));
      all.add(() -> firstCorners(community));
    }
    return all;
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(0.8, this::corner), new Kind(0.6, this::otherSite), new Kind(0.2, this::moreShops));
  }

  private Asked station(int community) {
    SiteId station = new SiteId("station-" + community);
    stations.add(station);
    return district.asks(new OpenSite(station, "STATION", Optional.of("Station " + community),
        District.community(community), District.OFFICE, Optional.empty(), Optional.empty()));
  }

  private Asked frame(int community) {
    shops.put(community, FIRST_SHOPS);
    return district.asks(new DeclareFrame(frameOf(community), "shops along the streets", District.community(community),
        Tally.exact(FIRST_SHOPS, Unit.SHOP), units(FIRST_SHOPS), district.today()));
  }

  private static FrameId frameOf(int community) {
    return new FrameId("shops-" + community);
  }

  private static List<UnitId> units(int count) {
    return IntStream.range(0, count).mapToObj(SiteMatters::shop).toList();
  }

  private static UnitId shop(int number) {
    return new UnitId("shop-" + number);
  }

  private Asked firstCorners(int community) {
    List<OpenSite> sites = new ArrayList<>();
    while (sites.size() < FIRST_CORNERS) {
      sites.add(corner(community));
    }
    return district.asks(new OpenSites(sites));
  }

  private OpenSite corner(int community) {
    UnitId shop = shop(corners.merge(community, 1, Integer::sum) - 1);
    return OpenSite.of(new SiteId(district.nextId()), CORNER, District.community(community), District.OFFICE)
        .hostedBy(District.company(hosts++)).covering(FrameUnit.of(frameOf(community), shop));
  }

  /** In a shop that has none yet, of a company that has none yet. */
  private Course corner() {
    int community = chance.between(0, District.COMMUNITIES - 1);
    if (hosts == district.companies() || corners.getOrDefault(community, 0).equals(shops.get(community))) {
      return new Agenda(district);
    }
    return opened(corner(community));
  }

  private Course otherSite() {
    PlaceId place = district.someEstate();
    OrgId operator = chance.happens(700) ? District.OFFICE : district.someCompany();
    return opened(OpenSite.of(new SiteId(district.nextId()), chance.oneOf(OTHER_KINDS), place, operator));
  }

  /** Some are given a title, and some close again. */
  private Course opened(OpenSite site) {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.DAYS, () -> district.asks(site));
    if (chance.happens(350)) {
      String title = chance.oneOf(TITLES);
      agenda.then(Agenda.WEEKS,
          () -> district.asks(District.SUPERVISOR, new DesignateSite(site.site(), title, District.SUPERVISION)));
      if (chance.happens(250)) {
        agenda.then(Agenda.MONTHS,
            () -> district.asks(District.SUPERVISOR, new WithdrawDesignation(site.site(), title)));
      }
    }
    if (chance.happens(250)) {
      agenda.then(Agenda.MONTHS, () -> district.asks(new CloseSite(site.site())));
    }
    return agenda;
  }

  private Course moreShops() {
    Agenda agenda = new Agenda(district);
    agenda.then(Agenda.WEEKS, () -> {
      int community = chance.between(0, District.COMMUNITIES - 1);
      int now = shops.merge(community, chance.between(1, 5), Integer::sum);
      return district.asks(
          new ReviseFrame(frameOf(community), Tally.exact(now, Unit.SHOP), units(now), district.today()));
    });
    return agenda;
  }
}
