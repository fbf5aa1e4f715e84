package org.communityledger.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;
import org.communityledger.seal.PersonalStore.BlobRow;
import org.communityledger.seal.PersonalStore.KeyRow;
import org.communityledger.seal.PersonalStore.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the log refers to and says was erased with what the personal store holds: part of deep verification.
 * Told of every reference and erasure in order of position, then ended. Where the key that wraps others is not at
 * hand, values are not opened, and {@link #notOpened} counts them; everything else is checked all the same. No finding
 * shows a value. For one thread.
 */
public final class Inspection {
  private final PersonalStore store;
  private final KeyRing ring;
  private final Wrapping wrapping;
  private final String origin;
  private final RecordedErasures later;
  private final Findings findings;
  private final Map<String, Requested> requested = new HashMap<>();
  /** By subject, where a value was first found erased: whether rightly, is known at the end. */
  private final Map<String, Place> foundErased = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private long notOpened;

  /**
   * An inspection of a store.
   *
   * @param later asked about erasures recorded after what is told here; a ledger in use may have some
   */
  public Inspection(PersonalStore store, KeyRing ring, String origin, RecordedErasures later, Findings findings) {
    this.store = store;
    this.ring = ring;
    this.wrapping = new Wrapping(ring, origin);
    this.origin = origin;
    this.later = later;
    this.findings = findings;
  }

  /** Takes what is wrong. */
  @FunctionalInterface
  public interface Findings {
    /**
     * Something is wrong.
     *
     * @param position the entry concerned, if it is one
     * @param detail what was found and what was expected
     */
    void found(OptionalLong position, String detail);
  }

  private record Requested(long position, EventId event) {}

  private record Place(long position, String field) {}

  /**
   * An entry refers to a value.
   *
   * @param command the entry's command
   * @param tags the entry's tags
   * @param field where the reference stands
   * @param key the key it names
   * @param hash the hash it names
   */
  public void reference(long position, String command, Set<String> tags, String field, String key, String hash) {
    Place place = new Place(position, field);
    KeyRow row = store.key(key).orElse(null);
    if (row == null) {
      find(place, "there is no key " + key + " in the personal store");
      return;
    }
    String tag = SealedFor.tagOf(Tag.parse(row.subject())).toString();
    if (!tags.contains(tag)) {
      find(place, "its key " + key + " is for " + row.subject() + ", but the entry has no tag " + tag);
    }
    byte[] expected = decoded(hash);
    Optional<BlobRow> blob = store.blob(command, expected);
    if (row.wrapped() == null) {
      if (blob.isPresent()) {
        find(place, "its key " + key + " is destroyed, but the encrypted value is still there");
      }
      foundErased.putIfAbsent(row.subject(), place);
    } else if (blob.isEmpty()) {
      find(place, "the encrypted value is missing, although its key " + key + " is not destroyed");
    } else if (!Arrays.equals(Envelope.hash(blob.get().bytes()), expected)) {
      find(place, "the encrypted value does not have the hash the entry names");
    } else {
      open(place, command, row, blob.get());
    }
  }

  /** Bytes nothing has the hash of, where the text is no hash. */
  private static byte[] decoded(String hash) {
    try {
      return Base64.getUrlDecoder().decode(hash);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private void open(Place place, String command, KeyRow row, BlobRow blob) {
    KeyEncryptionKey kek = ring.find(row.kek()).orElse(null);
    if (kek == null && ring.ids().isEmpty()) {
      notOpened++;
      return;
    }
    if (kek == null) { // somebody may have written any id there
      find(place, "its key " + row.id() + " is wrapped by " + row.kek() + ", which is not among the keys at hand");
      return;
    }
    wrapping.unwrapped(row, kek).ifPresentOrElse(key -> {
      byte[] context = Vault.valueContext(origin, command, blob.pointer(), row.id());
      if (Envelope.open(key, blob.bytes(), context).isEmpty()) {
        find(place, "the encrypted value does not open as " + blob.pointer() + " of command " + command
            + " under its key " + row.id());
      }
    }, () -> find(place, "its key " + row.id() + " does not open under " + row.kek()
        + ": it was wrapped for another row or ledger, or changed"));
  }

  /** An entry asks to forget a subject. */
  public void erasure(long position, EventId event, Tag subject) {
    requested.putIfAbsent(subject.toString(), new Requested(position, event));
  }

  /** Everything was told; checks what can only be seen now. */
  public void end() {
    if (!opensIfItCan(store.key(Vault.DIGEST_KEY).orElse(null))) {
      findings.found(OptionalLong.empty(),
          "the key by which resent commands are recognised is missing or does not open");
    }
    Set<String> tombs = new HashSet<>();
    for (Tombstone each : store.tombstones()) {
      tombs.add(each.subject());
      checkTombstone(each);
    }
    for (KeyRow each : store.destroyedWithoutTombstone()) {
      findErased(each.subject(), "the key " + each.id() + " of " + each.subject()
          + " is destroyed, but there is no tombstone for " + each.subject());
    }
    foundErased.keySet().stream().filter(it -> !tombs.contains(it)).forEach(it -> findErased(it,
        "it is gone, but there is no tombstone for " + it));
    requested.forEach((subject, request) -> {
      if (!tombs.contains(subject)) {
        findings.found(OptionalLong.of(request.position()), subject + " was to be forgotten, but the personal store has"
            + " no tombstone for it: open the ledger, which destroys what is left");
      }
    });
  }

  private boolean opensIfItCan(@Nullable KeyRow row) {
    return row != null && (ring.ids().isEmpty()
        || ring.find(row.kek()).flatMap(it -> wrapping.unwrapped(row, it)).isPresent());
  }

  private void checkTombstone(Tombstone each) {
    Tag subject = Tag.parse(each.subject());
    EventId event = EventId.parse(each.request());
    Requested request = requested.get(each.subject());
    if (request == null && !later.isRecorded(event, subject)) {
      findErased(each.subject(), "the personal store says that " + subject + " was forgotten on the request " + event
          + ", which the log does not have");
    } else if (request != null && !request.event().equals(event)) {
      findings.found(OptionalLong.of(request.position()), "the personal store says that " + subject
          + " was forgotten on the request " + event + " instead of " + request.event());
    }
    if (store.holdsAnythingOf(subject)) {
      findings.found(request == null ? OptionalLong.empty() : OptionalLong.of(request.position()), subject
          + " was forgotten, but the personal store has keys or values of it again: open the ledger, which destroys them");
    }
  }

  /** At the first value that is gone because of it, if the log refers to one. */
  private void findErased(String subject, String detail) {
    Place place = foundErased.get(subject);
    if (!named.add(subject)) {
      return;
    }
    if (place == null) {
      findings.found(OptionalLong.empty(), detail);
    } else {
      find(place, detail);
    }
  }

  /** How many values were not opened, because the keys that wrap theirs were not at hand. */
  public long notOpened() {
    return notOpened;
  }

  private void find(Place place, String detail) {
    findings.found(OptionalLong.of(place.position()), place.field() + ": " + detail);
  }
}
