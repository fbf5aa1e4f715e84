package org.communityledger.kernel;

/** An asset, what is installed: fitness gear, a device in a lift, a railing. */
public record AssetId(String value) implements Id {
  public AssetId {
    Id.check(value);
  }

  @Override
  public Tag tag() {
    return new Tag("asset", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
