package org.communityledger.log;

import org.jspecify.annotations.Nullable;

/** The log could not do what was asked, for a technical reason. */
public class LogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LogException(String message) {
    super(message);
  }

  public LogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
