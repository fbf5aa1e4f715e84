package org.communityledger.places;

import java.util.Optional;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.UnitId;

/**
 * What a site or an asset covers.
 *
 * @param frame the frame
 * @param unit the unit, if the frame lists its units; empty if it only has a size
 */
public record FrameUnit(FrameId frame, Optional<UnitId> unit) {
  /** One unit that the frame lists. */
  public static FrameUnit of(FrameId frame, UnitId unit) {
    return new FrameUnit(frame, Optional.of(unit));
  }

  /** One unit of a frame that lists none. */
  public static FrameUnit someOf(FrameId frame) {
    return new FrameUnit(frame, Optional.empty());
  }
}
