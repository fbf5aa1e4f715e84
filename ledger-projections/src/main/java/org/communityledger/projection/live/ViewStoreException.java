package org.communityledger.projection.live;

import org.jspecify.annotations.Nullable;

/**
 * The store of views could not do what was asked, for a technical reason. Nothing in it is irreplaceable: whatever the
 * ledger holds, it can be built from again.
 */
public final class ViewStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ViewStoreException(String message) {
    super(message);
  }

  ViewStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
