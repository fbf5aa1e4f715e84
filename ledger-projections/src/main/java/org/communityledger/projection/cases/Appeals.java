package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;

/** The rows of an {@link AppealDocket} and what can be counted in them. Immutable. */
public final class Appeals {
  private final List<AppealRow> rows;

  Appeals(Collection<AppealRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** All appeals, in the order in which they were reported. */
  public List<AppealRow> all() {
    return rows;
  }

  /**
   * How many wait for a hearing on that day and have waited for more than so many days since they were made, in
   * {@link Unit#ITEM}; an interval where inexact dates leave a doubt.
   */
  public Tally unheard(int moreThanDays, LocalDate day) {
    long surely = count(day, it -> it.least() > moreThanDays);
    long possibly = count(day, it -> it.most().filter(most -> most <= moreThanDays).isEmpty());
    return Tally.between(surely, possibly, Unit.ITEM);
  }

  private long count(LocalDate day, Predicate<Span> waited) {
    return rows.stream().filter(it -> it.waited(day).filter(waited).isPresent()).count();
  }

  /** The appeals that {@link #unheard} counts for sure, those that may have waited so long left out. */
  public List<AppealRow> surelyUnheard(int moreThanDays, LocalDate day) {
    return rows.stream().filter(it -> it.waited(day).filter(span -> span.least() > moreThanDays).isPresent()).toList();
  }
}
