package org.communityledger.log;

import java.util.List;
import java.util.Optional;

/**
 * A log as a decision may see it at one moment: everything durable and, behind it, what is staged, that is, has its place
 * but is not durable yet. What is staged becomes durable in order, or none of it does from some position on; whoever
 * answers on the ground of an outlook waits for {@link #awaitDurable} first. Safe for many threads.
 */
public interface Outlook {
  /** The number of entries it shows; they do not become more. */
  long size();

  /**
   * Reads matching entries in order of position, up to {@link #size()}.
   *
   * @param query what to look for
   * @param from the first position looked at
   * @param limit the most entries returned, 1 or more
   * @throws Unsettled if some of what it showed is not stored after all
   */
  List<Entry> read(Query query, long from, int limit);

  /**
   * The last matching entry it shows, if any. Costs one look-up for each criterion and type, not a scan.
   *
   * @throws Unsettled if some of what it showed is not stored after all
   */
  Optional<Entry> last(Query query);

  /** The decision with that command id among the entries it shows, if there is one. */
  Optional<RecordedDecision> decision(String commandId);

  /**
   * Waits until everything it shows is durable.
   *
   * @throws Unsettled if some of it is not stored after all
   */
  void awaitDurable();
}
