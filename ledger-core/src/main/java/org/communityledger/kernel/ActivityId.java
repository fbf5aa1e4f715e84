package org.communityledger.kernel;

/** An activity: a meeting, lecture, contest, visit. */
public record ActivityId(String value) implements Id {
  public ActivityId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("activity", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
