package org.communityledger.kernel;

/** A case: a hazard, need, appeal or query. */
public record CaseId(String value) implements Id {
  public CaseId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("case", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
