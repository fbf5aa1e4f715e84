package org.communityledger.kernel;

/** A round of a programme, under the terms it froze. */
public record RoundId(String value) implements Id {
  public RoundId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("round", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
