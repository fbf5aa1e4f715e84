package org.communityledger.kernel;

/** An approval given by one actor for one act of another. */
public record ApprovalId(String value) implements Id {
  public ApprovalId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("approval", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
