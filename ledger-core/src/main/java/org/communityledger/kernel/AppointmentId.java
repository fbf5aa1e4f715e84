package org.communityledger.kernel;

/** An appointment: a person in a role at an organisation or a site. */
public record AppointmentId(String value) implements Id {
  public AppointmentId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("appointment", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
