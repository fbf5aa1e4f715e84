package org.communityledger;

import java.util.Optional;
import java.util.OptionalLong;
import org.communityledger.codec.CodecException;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.LogException;
import org.communityledger.seal.SealException;
import org.jspecify.annotations.Nullable;

/** The ledger could not do what was asked, for a technical reason. Names position and type of the entry concerned. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable Long position;
  private final @Nullable String type;

  LedgerException(String message, @Nullable Throwable cause, @Nullable Long position, @Nullable String type) {
    super(message, cause);
    this.position = position;
    this.type = type;
  }

  LedgerException(String message) {
    this(message, null, null, null);
  }

  /** The failure as callers of the door see it; what is not technical stays as it is. */
  static RuntimeException of(RuntimeException failure) {
    return switch (failure) {
      case AppendConflict conflict ->
        new LedgerException(String.valueOf(conflict.getMessage()), conflict, conflict.position(), null);
      case CodecException codec ->
        new LedgerException(String.valueOf(codec.getMessage()), codec, codec.position(), codec.type());
      case SealException seal -> new LedgerException(String.valueOf(seal.getMessage()), seal, null, null);
      case LogException log -> new LedgerException(String.valueOf(log.getMessage()), log, null, null);
      default -> failure;
    };
  }

  /** The position of the entry concerned, if one is. */
  public OptionalLong position() {
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  /** The stored name of the type of the entry concerned, if one is. */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }
}
