package org.communityledger.aid;

import org.communityledger.decide.Context;

/** The context of aid. */
public final class AidRules {
  /** The context's events and commands. */
  public static final Context CONTEXT = StockRules.addedTo(Context.named("aid")).build();

  private AidRules() {}
}
