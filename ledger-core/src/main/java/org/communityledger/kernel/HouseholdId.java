package org.communityledger.kernel;

/** A household. */
public record HouseholdId(String value) implements Party {
  public HouseholdId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("household", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
