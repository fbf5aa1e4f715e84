package org.communityledger.lines;

import java.nio.file.Path;

/**
 * A line could not be recorded. Names file, line and place in the line, and says what would be right. Nothing of the
 * line is recorded; earlier lines are.
 */
public final class InvalidLine extends Exception {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String pointer;

  InvalidLine(Path file, long line, String pointer, String problem, Exception cause) {
    super(file + ":" + line + ": " + problem, cause);
    this.line = line;
    this.pointer = pointer;
  }

  InvalidLine(Path file, long line, String pointer, String problem) {
    super(file + ":" + line + ": " + problem);
    this.line = line;
    this.pointer = pointer;
  }

  /** The line's number, from 1. */
  public long line() {
    return line;
  }

  /** JSON pointer (RFC 6901) of the place in the line; empty for the whole line. */
  public String pointer() {
    return pointer;
  }
}
