package org.communityledger.kernel;

/** A lot of stock: things received together. */
public record LotId(String value) implements Id {
  public LotId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("lot", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
