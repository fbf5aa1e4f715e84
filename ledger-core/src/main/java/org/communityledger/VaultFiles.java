package org.communityledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.communityledger.codec.PlainValues;
import org.communityledger.log.Append;
import org.communityledger.seal.KeyRing;
import org.communityledger.seal.RecordedErasures;
import org.communityledger.seal.Vault;
import org.communityledger.seal.sqlite.SqlitePersonalStore;
import org.jspecify.annotations.Nullable;

/** The vault of a ledger, opened when it is first needed. Safe for many threads. */
final class VaultFiles implements AutoCloseable {
  private final Path store;
  private final Supplier<KeyRing> keys;
  private final String origin;
  private final InstantSource clock;
  private final PlainValues values;
  private final RecordedErasures erasures;
  private final BooleanSupplier isReferredTo;
  private volatile @Nullable Vault vault;
  private boolean closed;

  /**
   * The vault in a store.
   *
   * @param isReferredTo whether the ledger has references to values, so that there must be a store
   */
  VaultFiles(
      Path store,
      Supplier<KeyRing> keys,
      String origin,
      InstantSource clock,
      PlainValues values,
      RecordedErasures erasures,
      BooleanSupplier isReferredTo) {
    this.isReferredTo = isReferredTo;
    this.store = store;
    this.keys = keys;
    this.origin = origin;
    this.clock = clock;
    this.values = values;
    this.erasures = erasures;
  }

  Path store() {
    return store;
  }

  /**
   * The vault, made if there is none and there never was.
   *
   * @throws LedgerException if the ledger refers to values and their store is lost
   */
  Vault require() {
    Vault open = vault;
    return open == null ? opened() : open;
  }

  private synchronized Vault opened() {
    if (closed) {
      throw new LedgerException("The ledger is closed");
    }
    Vault open = vault;
    if (open == null) {
      if (!Files.exists(store) && isReferredTo.getAsBoolean()) {
        throw new LedgerException("The ledger refers to personal values, but there is no store of them at " + store
            + "; restore it from a backup, or say in the builder where it is");
      }
      open = Vault.open(SqlitePersonalStore.open(store, origin), keys.get(), origin, values, clock, erasures);
      vault = open;
    }
    return open;
  }

  /** Makes durable what the appends refer to; nothing waits where no vault was opened. */
  void store(List<Append> appends) {
    Vault open = vault;
    if (open != null) {
      Map<String, Append> byCommand = appends.stream().collect(Collectors.toMap(Append::commandId, it -> it));
      open.store(byCommand.keySet(), (command, value) -> refers(byCommand.get(command), value));
    }
  }

  private static boolean refers(@Nullable Append append, String value) {
    return append != null && (contains(append.decision(), value)
        || append.entries().stream().anyMatch(it -> contains(it.line(), value)));
  }

  /** Whether a line of JSON names a value; the hash of one stands in it as it is. */
  static boolean contains(byte[] line, String value) {
    return new String(line, StandardCharsets.ISO_8859_1).contains(value);
  }

  /** The vault, if there is one already. */
  Optional<Vault> present() {
    return Files.exists(store) ? Optional.of(require()) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (vault != null) {
      vault.close();
    }
  }
}
