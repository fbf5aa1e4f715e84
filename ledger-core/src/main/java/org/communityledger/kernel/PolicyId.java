package org.communityledger.kernel;

/** A policy of deadlines. */
public record PolicyId(String value) implements Id {
  public PolicyId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("policy", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
