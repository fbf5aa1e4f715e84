package org.communityledger.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;

/**
 * Where the things lie that a command is about.
 *
 * @param spots each place, with the event that says so
 * @param lookedFor what was read to know, if anything was
 */
public record Whereabouts(List<Spot> spots, Optional<Selection> lookedFor) {
  public Whereabouts {
    spots = List.copyOf(spots);
  }

  /**
   * A place something lies at.
   *
   * @param place the place
   * @param saidAt the position of the event that says so; empty if the command itself names the place
   */
  public record Spot(PlaceId place, Optional<Long> saidAt) {}

  /** Of a command that is about no place. */
  public static Reading<Whereabouts> none() {
    return Reading.known(new Whereabouts(List.of(), Optional.empty()));
  }

  /** Of a command that names the place, if it does. */
  public static Reading<Whereabouts> named(Optional<PlaceId> place) {
    return named(place.stream().toList());
  }

  /** Of a command that names several places. */
  public static Reading<Whereabouts> named(List<PlaceId> places) {
    return Reading.known(new Whereabouts(
        places.stream().distinct().map(it -> new Spot(it, Optional.empty())).toList(), Optional.empty()));
  }

  /**
   * Of a command about the thing with the tag: where it was when it came into being, corrections considered; of an event,
   * where all the things lie that it is about.
   */
  public static Reading<Whereabouts> of(Tag thing) {
    return EventId.of(thing).map(Whereabouts::of).orElseGet(() -> ofCreated(thing));
  }

  private static Reading<Whereabouts> ofCreated(Tag thing) {
    Selection selection = Selection.of(thing, Locatable.class);
    return Reading.of(selection, new Whereabouts(List.of(), Optional.of(selection)), (found, recorded) -> {
      boolean isIt = recorded.event() instanceof Locatable it && it.created().tag().equals(thing);
      return isIt ? new Whereabouts(spotsOf(recorded), found.lookedFor()) : found;
    });
  }

  private static Reading<Whereabouts> of(EventId id) {
    return Reading.event(id).then(event -> event.map(Whereabouts::ofThingsIn)
        .orElse(Reading.known(new Whereabouts(List.of(), Optional.of(Selection.of(id.tag()))))));
  }

  private static Reading<Whereabouts> ofThingsIn(RecordedEvent event) {
    if (event.event() instanceof Locatable) {
      return Reading.known(new Whereabouts(spotsOf(event), Optional.empty()));
    }
    return ofAll(event.tags().stream().map(Whereabouts::of).toList());
  }

  private static List<Spot> spotsOf(RecordedEvent event) {
    return ((Locatable) event.event()).location().map(it -> new Spot(it, Optional.of(event.position()))).stream()
        .toList();
  }

  /** The first of the places; empty if nobody says where. */
  public Optional<PlaceId> first() {
    return spots.stream().map(Spot::place).findFirst();
  }

  /** Of all the things together. */
  public static Reading<Whereabouts> ofAll(List<Reading<Whereabouts>> things) {
    return things.stream().reduce(none(), (some, more) -> some.and(more, Whereabouts::and));
  }

  private Whereabouts and(Whereabouts other) {
    List<Spot> both = new ArrayList<>(spots);
    both.addAll(other.spots);
    return new Whereabouts(both, lookedFor.isEmpty()
        ? other.lookedFor
        : Optional.of(other.lookedFor.map(lookedFor.get()::or).orElse(lookedFor.get())));
  }

  /**
   * The places above one, the next first; empty if it is not registered or has none above it.
   *
   * @param place where to begin; it is not among them
   */
  public static Reading<List<PlaceId>> above(PlaceId place) {
    return climb(new Climb(place, Optional.empty())).map(Climb::above);
  }

  /** Whether everything with the tag lies at a place or below it; false if nobody says where. */
  public static Reading<Boolean> isWithin(Tag thing, PlaceId jurisdiction) {
    return objection("", of(thing), jurisdiction).map(Optional::isEmpty);
  }

  /** The refusal of an act outside a jurisdiction. */
  static Reading<Optional<Decision>> objection(String act, Reading<Whereabouts> things, PlaceId jurisdiction) {
    return things.then(found -> {
      if (found.spots.isEmpty()) {
        NotPermitted refusal = new NotPermitted(act, new Lack.OfPlace(jurisdiction));
        return Reading.known(Optional.of(found.lookedFor.map(it -> Decision.refuseAbsent(refusal, it))
            .orElseGet(() -> Decision.refuse(refusal))));
      }
      Reading<Optional<Decision>> none = Reading.known(Optional.empty());
      return found.spots.stream().map(it -> objection(act, it, jurisdiction))
          .reduce(none, (some, more) -> some.and(more, (one, other) -> one.isPresent() ? one : other));
    });
  }

  private static Reading<Optional<Decision>> objection(String act, Spot spot, PlaceId jurisdiction) {
    return climb(new Climb(spot.place(), Optional.of(jurisdiction))).map(climb -> {
      if (climb.isThere()) {
        return Optional.empty();
      }
      NotPermitted refusal = new NotPermitted(act, new Lack.OfJurisdiction(spot.place(), jurisdiction));
      Optional<Long> cause = spot.saidAt().or(climb::startSaidAt);
      return Optional.of(cause.map(it -> Decision.refuse(refusal, it))
          .orElseGet(() -> Decision.refuseAbsent(refusal, registrationOf(spot.place()))));
    });
  }

  private static Reading<Climb> climb(Climb climb) {
    if (climb.isOver()) {
      return Reading.known(climb);
    }
    PlaceId at = climb.at().orElseThrow();
    Reading<Climb> next = Reading.of(registrationOf(at), climb.ending(),
        (so, event) -> event.event() instanceof PlaceRegistration it && it.created().equals(at)
            ? climb.to(it.parent(), event.position())
            : so);
    return next.then(Whereabouts::climb);
  }

  private static Selection registrationOf(PlaceId place) {
    return Selection.of(place.tag(), PlaceRegistration.class);
  }

  /**
   * The way up the tree of places.
   *
   * @param passed the places on the way, the lowest first
   * @param at where it stands; empty if there is nothing further up
   * @param goal where it ends early
   * @param startSaidAt the position of the event that registered the lowest
   */
  private record Climb(List<PlaceId> passed, Optional<PlaceId> at, Optional<PlaceId> goal, Optional<Long> startSaidAt) {
    Climb(PlaceId start, Optional<PlaceId> goal) {
      this(List.of(), Optional.of(start), goal, Optional.empty());
    }

    /** What is recorded without rules may lead in a circle. */
    boolean isOver() {
      return at.isEmpty() || isThere() || passed.contains(at.get());
    }

    boolean isThere() {
      return at.isPresent() && at.equals(goal);
    }

    Climb ending() {
      return new Climb(walked(), Optional.empty(), goal, startSaidAt);
    }

    Climb to(Optional<PlaceId> parent, long saidAt) {
      return new Climb(walked(), parent, goal, startSaidAt.or(() -> Optional.of(saidAt)));
    }

    private List<PlaceId> walked() {
      List<PlaceId> further = new ArrayList<>(passed);
      at.ifPresent(further::add);
      return List.copyOf(further);
    }

    List<PlaceId> above() {
      return passed.stream().skip(1).toList();
    }
  }
}
