package org.communityledger.seal;

import org.jspecify.annotations.Nullable;

/**
 * Personal values could not be sealed, stored or opened, for a technical reason. The message names the command and the
 * field, or the file, and the check that failed; neither it nor a cause ever holds a value or a key.
 */
public class SealException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SealException(String message) {
    super(message);
  }

  public SealException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
