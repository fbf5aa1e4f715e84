package org.communityledger.kernel;

/** A person, by a random surrogate never derived from an identity number. */
public record PersonId(String value) implements Party {
  public PersonId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("person", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
