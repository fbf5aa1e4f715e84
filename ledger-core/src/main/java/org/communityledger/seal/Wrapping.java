package org.communityledger.seal;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.communityledger.seal.PersonalStore.KeyRow;

/** Wraps keys with the ring's current key, bound to the ledger and to what each is for. Safe for many threads. */
record Wrapping(KeyRing ring, String origin) {
  private byte[] context(KeyRow row) {
    return Envelope.context("ledger-kek/v1", origin, row.id(), row.subject(), row.purpose(),
        String.valueOf(row.generation()));
  }

  /** The row with the key wrapped by the current key. */
  KeyRow wrapped(KeyRow row, SecretKey key) {
    KeyEncryptionKey kek = ring.current();
    return new KeyRow(row.id(), row.subject(), row.purpose(), row.generation(), kek.id(),
        Envelope.seal(kek.key(), key.getEncoded(), context(row)), row.created(), row.destroyed());
  }

  boolean isCurrent(KeyRow row) {
    return ring.current().id().equals(row.kek());
  }

  /** The key in the row; empty if it was wrapped for another row or ledger, or with another key under the same id. */
  Optional<SecretKey> unwrapped(KeyRow row, KeyEncryptionKey kek) {
    byte[] wrapped = row.wrapped();
    return wrapped == null
        ? Optional.empty()
        : Envelope.open(kek.key(), wrapped, context(row)).map(it -> new SecretKeySpec(it, "AES"));
  }

  /** The key in the row. */
  SecretKey require(KeyRow row, String storeName) {
    KeyEncryptionKey kek = ring.require(row.kek(), storeName);
    return unwrapped(row, kek).orElseThrow(() -> new SealException("The key " + row.id() + " in " + storeName
        + " does not open under " + kek.id()
        + ": it was wrapped for another row or ledger, or was changed; restore the "
        + "store, and verify deeply"));
  }
}
