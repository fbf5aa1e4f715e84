package org.communityledger.codec;

/** A line of input is not a command. Names the place as a JSON pointer and says what would be right. */
public final class InvalidCommand extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String pointer;

  public InvalidCommand(String pointer, String problem) {
    super((pointer.isEmpty() ? "" : pointer + ": ") + problem);
    this.pointer = pointer;
  }

  /** The JSON pointer (RFC 6901) of the offending value; empty for the whole line. */
  public String pointer() {
    return pointer;
  }
}
