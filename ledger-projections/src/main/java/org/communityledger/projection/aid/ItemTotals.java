package org.communityledger.projection.aid;

import java.math.BigInteger;
import java.util.Optional;
import org.communityledger.aid.AidLine;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureSum;

/**
 * How much of an item was granted and given, in one unit.
 *
 * @param item the item or service
 * @param unit what it is counted in
 * @param grants what was granted, revoked or not
 * @param revocations what was granted and revoked
 * @param deliveries what was given, reversed or not
 * @param reversals what was given and reversed
 */
public record ItemTotals(
    String item,
    Unit unit,
    FigureSum grants,
    FigureSum revocations,
    FigureSum deliveries,
    FigureSum reversals) {
  static ItemTotals none(String item, Unit unit) {
    FigureSum nothing = sum(Tally.exact(0, unit));
    return new ItemTotals(item, unit, nothing, nothing, nothing, nothing);
  }

  private static FigureSum sum(Tally tally) {
    return FigureSum.of(Figure.of(tally));
  }

  /** How much was granted and not revoked; what was given of it already is in it. */
  public Tally entitled() {
    return left(grants.amount(), revocations.amount());
  }

  /** How much was given, reversed or not. */
  public Tally delivered() {
    return ((Figure.Count) deliveries.figure()).tally();
  }

  /** How much was given and reversed. */
  public Tally reversed() {
    return ((Figure.Count) reversals.figure()).tally();
  }

  /** How much was given and not reversed. */
  public Tally net() {
    return left(deliveries.amount(), reversals.amount());
  }

  /**
   * What is left of a sum without what was taken out of it, bound by bound, because what is taken out was put in. By a day
   * before that, something can be taken out that was not put in yet; then nothing is left.
   */
  private Tally left(FigureSum.Amount all, FigureSum.Amount out) {
    long lower = all.lowers().subtract(out.lowers()).max(BigInteger.ZERO).longValueExact();
    long upper = all.uppers().subtract(out.uppers()).max(BigInteger.valueOf(lower)).longValueExact();
    return new Tally(lower, all.open() > out.open() ? Optional.empty() : Optional.of(upper),
        all.approximate() > out.approximate(), unit, Optional.empty());
  }

  boolean isOf(AidLine line) {
    return item.equals(line.item()) && unit.equals(line.quantity().unit());
  }

  ItemTotals granting(AidLine line) {
    return new ItemTotals(item, unit, grants.plus(sum(line.quantity())), revocations, deliveries, reversals);
  }

  ItemTotals revoking(AidLine line) {
    return new ItemTotals(item, unit, grants, revocations.plus(sum(line.quantity())), deliveries, reversals);
  }

  ItemTotals giving(AidLine line) {
    return new ItemTotals(item, unit, grants, revocations, deliveries.plus(sum(line.quantity())), reversals);
  }

  ItemTotals reversing(AidLine line) {
    return new ItemTotals(item, unit, grants, revocations, deliveries, reversals.plus(sum(line.quantity())));
  }
}
