package org.communityledger.seal;

/** Personal values as JSON, while they are in the clear; given to the vault by the layer that knows the format. */
public interface ValueJson {
  /**
   * Writes a value.
   *
   * @throws RuntimeException if it cannot be written; the vault never passes its message on, which may hold the value
   */
  byte[] write(Object value);

  /**
   * Reads a value.
   *
   * @throws RuntimeException if it cannot be read as this type; the vault never passes its message on
   */
  <T> T read(byte[] json, Class<T> type);
}
