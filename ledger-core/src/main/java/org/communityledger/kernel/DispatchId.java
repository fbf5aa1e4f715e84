package org.communityledger.kernel;

/** A dispatch: stock on its way from one site to another. */
public record DispatchId(String value) implements Id {
  public DispatchId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("dispatch", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
