package org.communityledger.projection.live;

/** There is nothing to be read yet: the view is still being built, or could not be. The message tells how far it is. */
public final class ViewNotReady extends RuntimeException {
  private static final long serialVersionUID = 1;

  ViewNotReady(String message) {
    super(message);
  }

  ViewNotReady(String message, Throwable cause) {
    super(message, cause);
  }
}
