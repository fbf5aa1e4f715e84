package org.communityledger.kernel;

/** A legal hold: while it lasts, what it holds is not erased. */
public record HoldId(String value) implements Id {
  public HoldId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("hold", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
