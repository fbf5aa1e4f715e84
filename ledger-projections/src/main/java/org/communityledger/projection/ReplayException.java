package org.communityledger.projection;

/** A replay could not be done. No view is handed out. */
public class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long position;

  ReplayException(long position, String message) {
    super(message);
    this.position = position;
  }

  ReplayException(long position, String message, Throwable cause) {
    super(message, cause);
    this.position = position;
  }

  /** The position at which the replay stopped; the size of the log if it had read everything. */
  public long position() {
    return position;
  }
}
