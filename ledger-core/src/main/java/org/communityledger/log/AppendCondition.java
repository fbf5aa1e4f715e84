package org.communityledger.log;

import java.util.List;

/**
 * What must hold for an append to stand: nothing that matches the query was appended at the position or after it.
 *
 * @param query what must not have come in between
 * @param from the first position at which it would be in between: the size of the log when the decision read it
 */
public record AppendCondition(Query query, long from) {
  private static final AppendCondition NONE = new AppendCondition(new Query(List.of()), 0);

  /** Holds always. */
  public static AppendCondition none() {
    return NONE;
  }

  /** Nothing matching the query may stand at the position or after it. */
  public static AppendCondition nothingMatching(Query query, long from) {
    return new AppendCondition(query, from);
  }
}
