package org.communityledger.codec;

import org.jspecify.annotations.Nullable;

/** A stored entry could not be read. Names its position and type. */
public class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long position;
  private final String type;

  CodecException(long position, String type, String problem, @Nullable Throwable cause) {
    super("#" + position + " " + type + ": " + problem, cause);
    this.position = position;
    this.type = type;
  }

  /** The entry's position. */
  public long position() {
    return position;
  }

  /** The stored name of the entry's type. */
  public String type() {
    return type;
  }

  /** The entry's type, or its version, is not registered. */
  public static final class UnknownEventType extends CodecException {
    private static final long serialVersionUID = 1;

    UnknownEventType(long position, String type, int version) {
      super(position, type,
          "version " + version + " is not known here; register the type, or tell the replay to carry unknown events",
          null);
    }
  }
}
