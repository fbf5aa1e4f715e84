package org.communityledger.aid;

import java.util.Optional;

/**
 * How often one party is served. With unit {@code HOUSEHOLD} it holds for each person who is counted with a delivery.
 *
 * @param max how many deliveries at most
 * @param per within what
 * @param minInterval how many days must lie between two deliveries of the programme, whatever {@code per} says: after one
 *   on 1 July with an interval of 7 the next can be on 8 July
 */
public record Limit(int max, Per per, Optional<Integer> minInterval) {
  /** Within what deliveries are counted. */
  public enum Per {
    /** The whole programme. */
    PROGRAMME,
    /** One round. */
    ROUND,
    /** One day. A delivery whose day is not known is on no day. */
    DAY,
    /** One item or service of the programme. */
    SERVICE
  }

  /** That many, with no interval between them. */
  public static Limit of(int max, Per per) {
    return new Limit(max, per, Optional.empty());
  }

  /** The same, with so many days between two deliveries. */
  public Limit everyDays(int days) {
    return new Limit(max, per, Optional.of(days));
  }
}
