package org.communityledger.aid;

import java.util.List;
import org.communityledger.kernel.Event;

/**
 * An event that changes what is left of lots at sites. It carries the {@link StockMove#tags tags} of each move; where it
 * carries the tag of a lot at a site for another reason, a move of 0 saves later decisions from reading everything.
 */
public interface MovesStock extends Event {
  /** What it changed; a lot at a site stands there once. */
  List<StockMove> moves();
}
