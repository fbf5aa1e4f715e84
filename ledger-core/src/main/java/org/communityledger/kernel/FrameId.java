package org.communityledger.kernel;

/** A frame: the units that ought to be covered, by list or by number. */
public record FrameId(String value) implements Id {
  public FrameId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("frame", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
