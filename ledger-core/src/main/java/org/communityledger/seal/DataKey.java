package org.communityledger.seal;

import java.time.Duration;
import java.time.Instant;
import javax.crypto.SecretKey;
import org.communityledger.seal.PersonalStore.KeyRow;

/** A key that seals the values of a subject for a purpose, unwrapped. Safe for many threads. */
final class DataKey {
  private static final Duration SEALS_FOR = Duration.ofDays(365);

  private final KeyRow row;
  private final SecretKey key;
  private final Instant opened;
  private volatile boolean stored;
  /** Encrypted values that wait for this key to be stored with them. Changed under the lock of the map it is in. */
  private int waiting;

  DataKey(KeyRow row, SecretKey key, Instant opened, boolean stored) {
    this.row = row;
    this.key = key;
    this.opened = opened;
    this.stored = stored;
  }

  KeyRow row() {
    return row;
  }

  String id() {
    return row.id();
  }

  String subject() {
    return row.subject();
  }

  SecretKey key() {
    return key;
  }

  boolean isStored() {
    return stored;
  }

  void nowStored() {
    stored = true;
  }

  boolean sealsAt(Instant now) {
    return sealsAt(row, now);
  }

  static boolean sealsAt(KeyRow row, Instant now) {
    return now.isBefore(row.created().plus(SEALS_FOR));
  }

  boolean wasOpenedBefore(Instant moment) {
    return opened.isBefore(moment);
  }

  void oneMoreWaits() {
    waiting++;
  }

  void oneLessWaits() {
    waiting--;
  }

  /** Whether nothing would be lost if this object were forgotten. */
  boolean canBeForgotten() {
    return stored || waiting == 0;
  }

  @Override
  public String toString() {
    return "DataKey[" + row.id() + "]";
  }
}
