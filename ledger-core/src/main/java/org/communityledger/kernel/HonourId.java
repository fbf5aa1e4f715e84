package org.communityledger.kernel;

/** An honour: a title given to a party. */
public record HonourId(String value) implements Id {
  public HonourId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("honour", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
