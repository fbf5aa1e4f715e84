package org.communityledger.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a row of a view replies to a question asked of it ({@link View#ask}): what it adds to figures. Where inexact dates
 * leave open which, there are several replies, of which one is true. Immutable.
 *
 * @param possible the replies that may be true, at least one
 */
public record Reply(List<List<Contribution>> possible) {
  private static final Reply NOTHING = of();

  public Reply {
    if (possible.isEmpty()) {
      throw new IllegalArgumentException("One reply must be possible; a row that adds nothing replies with none()");
    }
    possible = possible.stream().map(List::copyOf).distinct().toList();
  }

  /** The row adds nothing. */
  public static Reply none() {
    return NOTHING;
  }

  /** The row adds this. */
  public static Reply of(Contribution... contributions) {
    return of(List.of(contributions));
  }

  /** The row adds this. */
  public static Reply of(List<Contribution> contributions) {
    return new Reply(List.of(contributions));
  }

  /** One of the two if something holds, the other if it does not; either, where nobody knows. */
  public static Reply when(Optional<Boolean> holds, Reply yes, Reply no) {
    return holds.map(it -> it ? yes : no)
        .orElseGet(() -> new Reply(Stream.concat(yes.possible.stream(), no.possible.stream()).toList()));
  }

  /** The row adds all that is in either. */
  public Reply and(Reply other) {
    List<List<Contribution>> both = new ArrayList<>();
    for (List<Contribution> mine : possible) {
      other.possible.forEach(theirs -> both.add(Stream.concat(mine.stream(), theirs.stream()).toList()));
    }
    return new Reply(both);
  }

  /** Whether there is no doubt. */
  public boolean isSure() {
    return possible.size() == 1;
  }

  /**
   * The same as contributions: figure by figure the narrowest that allows for all that is possible. Sums over several such
   * figures are wider than those of a question, which knows that just one reply is true.
   */
  public List<Contribution> contributions() {
    if (isSure()) {
      return possible.getFirst();
    }
    List<Map<FigureKey, FigureSum>> sums = possible.stream().map(Reply::sums).toList();
    Map<FigureKey, FigureSum> all = new LinkedHashMap<>();
    sums.forEach(all::putAll);
    return all.entrySet().stream().map(each -> new Contribution(each.getKey(), sums.stream()
        .map(it -> Optional.ofNullable(it.get(each.getKey())).map(FigureSum::figure)
            .orElseGet(() -> each.getValue().figure().none()))
        .reduce(Figure::hull).orElseThrow())).toList();
  }

  /** What the contributions add up to, figure by figure. */
  static Map<FigureKey, FigureSum> sums(List<Contribution> contributions) {
    Map<FigureKey, FigureSum> sums = new LinkedHashMap<>();
    contributions.forEach(it -> sums.merge(it.key(), FigureSum.of(it), FigureSum::plus));
    return sums;
  }
}
