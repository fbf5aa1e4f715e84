package org.communityledger.kernel;

/** A command; sending the same id again changes nothing. */
public record CommandId(String value) implements Id {
  public CommandId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("command", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
