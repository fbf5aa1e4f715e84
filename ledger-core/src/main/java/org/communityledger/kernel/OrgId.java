package org.communityledger.kernel;

/** An organisation: a company, a committee, a branch, an office. */
public record OrgId(String value) implements Party {
  public OrgId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("org", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
