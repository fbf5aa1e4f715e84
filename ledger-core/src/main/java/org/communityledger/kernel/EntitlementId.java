package org.communityledger.kernel;

/** An entitlement: what a party may receive. */
public record EntitlementId(String value) implements Id {
  public EntitlementId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("entitlement", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
