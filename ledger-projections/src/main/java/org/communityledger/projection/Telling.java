package org.communityledger.projection;

import java.util.List;
import org.communityledger.kernel.RecordedEvent;

/**
 * What folds are told of one entry. Immutable.
 *
 * @param happening its event
 * @param corrections all that directly or indirectly correct it, in order of position
 */
record Telling(Happening happening, List<Happening> corrections) {
  RecordedEvent recorded() {
    return happening.recorded();
  }
}
