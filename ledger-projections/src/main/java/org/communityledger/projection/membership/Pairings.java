package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/** The rows of {@link Bonds} and which of them fell silent. Immutable. */
public final class Pairings {
  private final List<BondRow> rows;

  Pairings(Collection<BondRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** All bonds, in the order in which they were formed. */
  public List<BondRow> all() {
    return rows;
  }

  /**
   * How many open bonds were without contact for more than so many days on that day, those without any contact since they
   * were formed, in {@link Unit#ITEM}; an interval where inexact dates leave a doubt.
   */
  public Tally silent(int moreThanDays, LocalDate day) {
    return Tally.between(open(day, it -> it.least() > moreThanDays).size(),
        open(day, it -> it.most().filter(most -> most <= moreThanDays).isEmpty()).size(), Unit.ITEM);
  }

  /** The open bonds that {@link #silent} counts for sure. */
  public List<BondRow> surelySilent(int moreThanDays, LocalDate day) {
    return open(day, it -> it.least() > moreThanDays);
  }

  private List<BondRow> open(LocalDate day, Predicate<Span> silent) {
    return rows.stream().filter(BondRow::isOpen).filter(it -> !it.formed().isSurelyAfter(day))
        .filter(it -> silent.test(it.silent(day))).toList();
  }
}
