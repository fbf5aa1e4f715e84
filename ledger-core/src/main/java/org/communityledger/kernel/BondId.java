package org.communityledger.kernel;

/** A bond: a sponsor paired with somebody supported. */
public record BondId(String value) implements Id {
  public BondId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("bond", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
