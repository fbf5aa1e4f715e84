package org.communityledger.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Tally;

/**
 * Rates and counts of a period, as a projection was asked for them, each with its as-of date. Immutable.
 *
 * @param figures what was counted, by figure; those that tell of an organisation have a label for it
 * @param period the period
 * @param asOf the day for which they are true
 */
public record PeriodRates(Figures figures, Period period, LocalDate asOf) {
  /** What a label says where there is nobody: the owner of a case that nobody took up. No id is written so. */
  public static final String NOBODY = ":nobody";

  /**
   * A rate over all that a pattern means: {@code cases.dueOnTime{kind=HAZARD}}; empty if nothing is in its whole.
   *
   * @throws FigureMismatch if the pattern does not mean one rate
   */
  public Optional<Rate> rate(String pattern) {
    return figures.sum(FigurePattern.parse(pattern)).map(it -> switch (it) {
      case Figure.Rate rate -> new Rate(rate.ratio(), asOf);
      case Figure.Count count -> throw new FigureMismatch(pattern + " is a count, not a rate");
    });
  }

  /**
   * A number over all that a pattern means; empty if there is nothing to count.
   *
   * @throws FigureMismatch if the pattern does not mean one number
   */
  public Optional<Tally> count(String pattern) {
    return figures.sum(FigurePattern.parse(pattern)).map(it -> switch (it) {
      case Figure.Count count -> count.tally();
      case Figure.Rate rate -> throw new FigureMismatch(pattern + " is a rate, not a count");
    });
  }

  /**
   * The organisations by a rate of theirs; where there is {@link #NOBODY}, nobody is ranked.
   *
   * @param figure the rate's name
   * @param label the label whose values are the organisations
   * @param order which are first
   * @param minimum the least whole with which one is ranked; {@link League#MINIMUM} unless there is a reason for another
   */
  public League league(String figure, String label, League.Order order, int minimum) {
    List<League.Member> members = new ArrayList<>();
    figures.figures(FigurePattern.parse(figure + "{" + label + "=*}")).keySet().stream()
        .flatMap(it -> Optional.ofNullable(it.labels().get(label)).stream()).filter(it -> !it.equals(NOBODY)).distinct()
        .forEach(name -> figures.sum(FigurePattern.parse(figure + "{" + label + "=" + name + "}"))
            .ifPresent(it -> members.add(League.Member.of(name, it))));
    return League.of(members, order, minimum, asOf);
  }
}
