package org.communityledger.places;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;
import static org.communityledger.decide.Decision.refuseAbsent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.parties.PartyReadings;
import org.communityledger.places.PlaceCommand.CloseSite;
import org.communityledger.places.PlaceCommand.DesignateSite;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.WithdrawDesignation;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceRefusal.AlreadyDesignated;
import org.communityledger.places.PlaceRefusal.AlreadyOpened;
import org.communityledger.places.PlaceRefusal.HostHasSuchSite;
import org.communityledger.places.PlaceRefusal.NotDesignated;
import org.communityledger.places.PlaceRefusal.StockLeft;
import org.communityledger.places.Site.Designation;
import org.communityledger.places.StockAtSites.Remainder;

/** The rule sheet of sites: opening, closing, designating. */
final class SiteRules {
  private SiteRules() {}

  static Decision open(OpenSite command, ToOpen found) {
    Batch none = new Batch();
    Optional<Decision> objection = found.missing().or(() -> objection(command, found, none));
    return objection.orElseGet(() -> accept(opened(command, found)).unless(hostTaken(command, found, none)));
  }

  /** All of the sites or none, and none that is irregular: that is sent on its own. */
  static Decision open(List<OpenSite> commands, ToOpen found) {
    if (found.missing().isPresent()) return found.missing().get();
    Batch before = new Batch();
    List<SiteOpened> opened = new ArrayList<>();
    for (OpenSite each : commands) {
      Optional<Decision> objection = objection(each, found, before).or(() -> hostTaken(each, found, before));
      if (objection.isPresent()) return objection.get();
      opened.add(opened(each, found));
      before.add(each.site(), each.kind(), room(each), each.unit());
    }
    return accept(opened);
  }

  private static Optional<Decision> objection(OpenSite command, ToOpen found, Batch before) {
    Existence existing = requireNonNull(found.sites().get(command.site()));
    if (existing.isKnown() || before.holds(command.site())) {
      return Optional.of(existing.refuseTaken(new AlreadyOpened(command.site())));
    }
    return command.unit().flatMap(it -> found.frame(it).objection(it.unit(), command.kind(),
        before.count(it.frame(), command.kind())));
  }

  private static Optional<Decision> hostTaken(OpenSite command, ToOpen found, Batch before) {
    return command.host()
        .flatMap(host -> found.vacancy(command).orElseThrow().objection(before.taker(room(command).orElseThrow()),
            site -> new HostHasSuchSite(host, command.kind(), (SiteId) site)));
  }

  private static SiteOpened opened(OpenSite command, ToOpen found) {
    return new SiteOpened(command.site(), command.kind(), command.name(), command.place(), command.operator(),
        command.host(), command.unit().map(it -> found.frame(it).unit(it)),
        found.vacancy(command).flatMap(Vacancy::after));
  }

  /** The room a site takes: the one for its kind in the premises of its host. */
  static Optional<Tag> room(OpenSite command) {
    return command.host().map(it -> Vacancy.hostTag(command.kind(), it));
  }

  static Reading<ToOpen> toOpen(List<OpenSite> commands) {
    List<Reading<Existence>> needs = Stream.concat(
        commands.stream().map(OpenSite::place).distinct().map(PlaceReadings::registered),
        commands.stream().flatMap(it -> Stream.concat(Stream.of(it.operator()), it.host().stream())).distinct()
            .map(PartyReadings::registered))
        .toList();
    return Existence.firstMissing(needs)
        .and(Reading.ofEach(commands.stream().map(OpenSite::site).toList(), PlaceReadings::opened),
            (missing, sites) -> new ToOpen(missing, sites, Map.of(), Map.of()))
        .and(Reading.ofEach(commands.stream().flatMap(it -> room(it).stream()).toList(), Vacancy::atHost),
            (so, hosts) -> new ToOpen(so.missing(), so.sites(), hosts, Map.of()))
        .and(Reading.ofEach(commands.stream().flatMap(it -> it.unit().stream()).map(FrameUnit::frame).toList(),
            Frame::toBeCovered), (so, frames) -> new ToOpen(so.missing(), so.sites(), so.hosts(), frames));
  }

  /** What opening sites depends on: whether what they need is there, whether they are, their hosts, their frames. */
  record ToOpen(
      Optional<Decision> missing,
      Map<SiteId, Existence> sites,
      Map<Tag, Vacancy> hosts,
      Map<FrameId, Frame> frames) {
    private Optional<Vacancy> vacancy(OpenSite command) {
      return room(command).map(it -> requireNonNull(hosts.get(it)));
    }

    private Frame frame(FrameUnit unit) {
      return requireNonNull(frames.get(unit.frame()));
    }
  }

  static Decision close(CloseSite command, Header header, ToClose found) {
    Optional<Decision> objection = found.site().objection();
    if (objection.isPresent()) return objection.get();
    if (!found.stock().isEmpty()) {
      return refuse(new StockLeft(command.site(), found.stock().stream().map(Remainder::lot).toList()),
          found.stock().stream().mapToLong(Remainder::since).toArray());
    }
    SiteOpened opening = found.site().opening().orElseThrow();
    return accept(new SiteClosed(command.site(), opening.kind(), opening.host(), opening.unit()));
  }

  static Reading<ToClose> toClose(CloseSite command, StockAtSites stock) {
    return Site.reading(command.site()).and(stock.remaining(command.site()), ToClose::new);
  }

  /** The site, and the stock that is left there. */
  record ToClose(Site site, List<Remainder> stock) {}

  static Decision designate(DesignateSite command, Header header, ToDesignate found) {
    Optional<Decision> objection = found.site().objection().or(found::missing);
    if (objection.isPresent()) return objection.get();
    Designation earlier = found.site().designations().get(command.title());
    if (earlier != null) {
      return refuse(new AlreadyDesignated(command.site(), command.title()), earlier.position());
    }
    return accept(new SiteDesignated(command.site(), command.title(), command.by()));
  }

  static Reading<ToDesignate> toDesignate(DesignateSite command) {
    return Site.reading(command.site())
        .and(Existence.firstMissing(List.of(PartyReadings.registered(command.by()))), ToDesignate::new);
  }

  /** The site, and the refusal for whoever gives it the title if that is not registered. */
  record ToDesignate(Site site, Optional<Decision> missing) {}

  static Decision withdraw(WithdrawDesignation command, Header header, Site site) {
    Optional<Decision> objection = site.objection();
    if (objection.isPresent()) return objection.get();
    Designation designation = site.designations().get(command.title());
    if (designation == null) {
      return refuseAbsent(new NotDesignated(command.site(), command.title()),
          Selection.of(command.site().tag(), SiteDesignated.class));
    }
    return accept(new DesignationWithdrawn(command.site(), command.title(), designation.event()));
  }
}
