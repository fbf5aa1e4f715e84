package org.communityledger.places;

import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.UnitId;

/**
 * What a site or an asset covers, and by which version of the frame.
 *
 * @param frame the frame
 * @param unit the unit, if that version lists units
 * @param version the version of the frame
 * @param definition the event that declared or revised the frame to that version
 */
public record CoveredUnit(FrameId frame, Optional<UnitId> unit, int version, EventId definition) {
  /** Where things of a kind in a unit are found. */
  static Tag tag(FrameId frame, String kind, UnitId unit) {
    return new Tag("unit", frame.value() + ":" + kind + ":" + unit.value());
  }

  /** The tag of the unit, if it is known which. */
  Optional<Tag> tag(String kind) {
    return unit.map(it -> tag(frame, kind, it));
  }

  Stream<Tag> tags(String kind) {
    return Stream.concat(Stream.of(frame.tag(), definition.tag()), tag(kind).stream());
  }
}
