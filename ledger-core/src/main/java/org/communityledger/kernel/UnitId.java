package org.communityledger.kernel;

/** One unit of a frame: a shop of a street, a lift of an estate. It is known within its frame only. */
public record UnitId(String value) implements Id {
  public UnitId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("unit", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
