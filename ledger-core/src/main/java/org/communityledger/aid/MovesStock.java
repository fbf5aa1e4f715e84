package org.communityledger.aid;

import java.util.List;
import org.communityledger.kernel.Event;

/** An event that changes what is left of lots at sites. It carries the tag of each move. */
public interface MovesStock extends Event {
  /** What it changed; a lot at a site stands there once. */
  List<StockMove> moves();
}
