package org.communityledger.kernel;

/** A programme of aid: what is given, to whom, under which terms. */
public record ProgrammeId(String value) implements Id {
  public ProgrammeId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("programme", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
