package org.communityledger.kernel;

/** A site, where service is given: a station, a caring corner, a demonstration street, a centre. */
public record SiteId(String value) implements Id {
  public SiteId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("site", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
