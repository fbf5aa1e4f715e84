package org.communityledger.projection.live;

import java.util.List;

/**
 * What was waited for is not applied to all views. The message names each view that lacks it, its position, the
 * ledger's head and what went wrong.
 */
public final class NotApplied extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Standing> standings;

  NotApplied(String message, List<Standing> standings) {
    super(message);
    this.standings = List.copyOf(standings);
  }

  /** The views that lack it. */
  public List<Standing> standings() {
    return standings;
  }
}
