package org.communityledger.projection.aid;

import java.util.Optional;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.Target;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/**
 * A programme or one of its rounds.
 *
 * @param part which
 * @param name the programme's name or the round's label; empty if its opening is not known
 * @param kind of a programme, what it gives
 * @param serves of a programme, whom it serves: persons or households
 * @param target of a programme, how much it is to reach by the terms in force
 * @param closed whether it is closed
 * @param items what was granted and given in the round, or in the programme outside of rounds
 * @param altogether of a programme, what was granted and given in all rounds and outside of them
 * @param deliveries how many deliveries there were in {@code items}, reversed or not
 * @param reversals how many of them were reversed
 * @param itemsOpen whether somebody once got things there that were not named
 * @param position the position of the last event about it
 */
public record ProgrammeRow(
    AidPart part,
    Optional<String> name,
    Optional<ProgrammeKind> kind,
    Optional<Unit> serves,
    Optional<Target> target,
    boolean closed,
    Items items,
    Items altogether,
    long deliveries,
    long reversals,
    boolean itemsOpen,
    long position) {

  static ProgrammeRow of(AidPart part) {
    return new ProgrammeRow(part, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false,
        Items.NONE, Items.NONE, 0, 0, false, 0);
  }

  /** What was given of the items counted in the unit and not reversed, in all rounds and outside of them. */
  public Tally net(Unit unit) {
    return Tally.sum(unit, altogether.totals().stream().filter(it -> it.unit().equals(unit)).map(ItemTotals::net)
        .toList());
  }

  ProgrammeRow after(Event event, long at) {
    ProgrammeRow now = changed(event);
    return new ProgrammeRow(now.part, now.name, now.kind, now.serves, now.target, now.closed, now.items,
        now.altogether, now.deliveries, now.reversals, now.itemsOpen, Math.max(position, at));
  }

  private ProgrammeRow changed(Event event) {
    return switch (event) {
      case ProgrammeOpened it -> named(it.name(), Optional.of(it.kind()), Optional.of(it.unit()), it.terms().target());
      case TermsChanged it -> named(name.orElse(""), kind, serves, it.terms().target());
      case ProgrammeClosed it -> closing();
      case RoundOpened it -> named(it.label(), kind, serves, target);
      case RoundClosed it -> closing();
      case EntitlementGranted it -> with(it.round(), items.granting(it.lines()), altogether.granting(it.lines()));
      case EntitlementRevoked it -> with(it.round(), items.revoking(it.lines()), altogether.revoking(it.lines()));
      case Delivered it -> with(it.round(), items.giving(it.lines()), altogether.giving(it.lines()))
          .counting(it.round(), 1, 0, false);
      case DeliveredToCrowd it -> with(it.round(), items.giving(it.lines()), altogether.giving(it.lines()))
          .counting(it.round(), 1, 0, it.linesOpen());
      case DeliveryReversed it -> with(it.round(), items.reversing(it.lines()), altogether.reversing(it.lines()))
          .counting(it.round(), 0, 1, false);
      default -> this;
    };
  }

  private ProgrammeRow named(
      String called,
      Optional<ProgrammeKind> giving,
      Optional<Unit> serving,
      Optional<Target> aim) {
    return new ProgrammeRow(part, Optional.of(called).filter(it -> !it.isEmpty()), giving, serving, aim, closed, items,
        altogether, deliveries, reversals, itemsOpen, position);
  }

  private ProgrammeRow closing() {
    return new ProgrammeRow(part, name, kind, serves, target, true, items, altogether, deliveries, reversals, itemsOpen,
        position);
  }

  /** What happened in a round stands in the round's items, and only in the total of the programme. */
  private ProgrammeRow with(Optional<RoundId> round, Items here, Items all) {
    boolean isHere = part.round().equals(round);
    return new ProgrammeRow(part, name, kind, serves, target, closed, isHere ? here : items,
        part.round().isEmpty() ? all : altogether, deliveries, reversals, itemsOpen, position);
  }

  private ProgrammeRow counting(Optional<RoundId> round, long made, long reversed, boolean open) {
    if (!part.round().equals(round)) {
      return this;
    }
    return new ProgrammeRow(part, name, kind, serves, target, closed, items, altogether, deliveries + made,
        reversals + reversed, itemsOpen || open, position);
  }
}
