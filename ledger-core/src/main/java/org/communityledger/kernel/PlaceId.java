package org.communityledger.kernel;

/** A place in the tree of districts, subdistricts, communities, estates and spots. */
public record PlaceId(String value) implements Id {
  public PlaceId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("place", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
