package org.communityledger.kernel;

/** A delivery: what a party, or a crowd, was given. */
public record DeliveryId(String value) implements Id {
  public DeliveryId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("delivery", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
