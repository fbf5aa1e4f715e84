package org.communityledger.kernel;

/** A standing: a person on a ladder in an organisation. */
public record StandingId(String value) implements Id {
  public StandingId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("standing", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
