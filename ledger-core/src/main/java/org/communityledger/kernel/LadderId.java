package org.communityledger.kernel;

/** A ladder: the stages of a standing, in order. */
public record LadderId(String value) implements Id {
  public LadderId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("ladder", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
