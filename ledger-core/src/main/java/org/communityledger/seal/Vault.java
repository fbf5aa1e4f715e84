package org.communityledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SealedValues;
import org.communityledger.kernel.Tag;
import org.communityledger.seal.PersonalStore.Added;
import org.communityledger.seal.PersonalStore.BlobRow;
import org.communityledger.seal.PersonalStore.KeyRow;
import org.communityledger.seal.PersonalStore.Tombstone;
import org.communityledger.seal.Ticket.Blob;
import org.communityledger.seal.Ticket.State;

/**
 * Seals personal values before anything is decided, opens them for those who may, and forgets them.
 *
 * <p>{@link #seal} encrypts; what it made waits in memory until {@link #store}, called by the log before the commit of
 * the command's entries, makes it durable. So no recorded reference is without its value, whenever the process dies.
 * What is refused is {@linkplain #discard discarded}; what a crash left stored for commands that were never recorded is
 * {@linkplain #collectOrphans collected} on opening. See ADR 0019 for the formats.
 *
 * <p>Safe for many threads. One process writes to a store at a time, that which has the ledger open for writing. No value
 * reaches a message, a log or a text.
 */
public final class Vault implements AutoCloseable {
  static final String DIGEST_KEY = "resend-digest";
  private static final String DIGEST_PURPOSE = "DIGEST";
  /** Keys of this purpose seal nothing; the store keeps them all the same. */
  private static final String SURROGATE_PURPOSE = "SURROGATE";
  private static final int CHUNK = 500;

  private final PersonalStore store;
  private final KeyRing ring;
  private final String origin;
  private final ValueJson json;
  private final InstantSource clock;
  private final RecordedErasures erasures;
  private final Wrapping wrapping;
  private final DataKeys keys;
  private final Mac digests;
  /** By subject, the request to forget it. */
  private final Map<String, EventId> erased = new ConcurrentHashMap<>();
  private final Map<String, List<Ticket>> waiting = new ConcurrentHashMap<>();
  private final ReentrantLock storing = new ReentrantLock();

  private Vault(
      PersonalStore store,
      KeyRing ring,
      String origin,
      ValueJson json,
      InstantSource clock,
      RecordedErasures erasures) {
    this.store = store;
    this.ring = ring;
    this.origin = origin;
    this.json = json;
    this.clock = clock;
    this.erasures = erasures;
    this.wrapping = new Wrapping(ring, origin);
    this.keys = new DataKeys(store, wrapping, clock, erased::containsKey);
    store.tombstones().forEach(it -> erased.put(it.subject(), EventId.parse(it.request())));
    this.digests = macUnder(store.key(DIGEST_KEY).map(it -> wrapping.require(it, store.name()))
        .orElseGet(this::firstKey));
  }

  /**
   * Opens the vault over a store, which is closed with it. Draws the first keys if the store is new.
   *
   * @param origin the ledger's origin, bound into everything sealed
   * @param erasures what the log says about erasures; asked only after this method has returned
   * @throws SealException if store and keys do not belong together, naming both
   */
  public static Vault open(
      PersonalStore store,
      KeyRing ring,
      String origin,
      ValueJson json,
      InstantSource clock,
      RecordedErasures erasures) {
    return new Vault(store, ring, origin, json, clock, erasures);
  }

  private SecretKey firstKey() {
    if (!store.wrappings().isEmpty()) {
      throw new SealException(store.name() + " has keys, but not the one by which resent commands are recognised; "
          + "restore the store from a backup");
    }
    if (ring.ids().isEmpty()) {
      ring.add();
    }
    SecretKey key = new SecretKeySpec(Envelope.random(Envelope.KEY_BYTES), "AES");
    // Without a subject: no erasure can ever mean it.
    KeyRow row = new KeyRow(DIGEST_KEY, "", DIGEST_PURPOSE, 1, "", null, clock.instant(), null);
    store.add(List.of(wrapping.wrapped(row, key)), List.of());
    return key;
  }

  private static Mac macUnder(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256: " + e, e);
    }
  }

  /**
   * What tells a resend of a command from another command under the same id: HMAC-SHA256, under a key of this ledger
   * alone, of everything that was sent. The digest does not let anybody guess what was sent.
   */
  public byte[] resendDigest(byte[] sent) {
    try {
      return ((Mac) digests.clone()).doFinal(sent);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java's HMAC-SHA256 cannot be copied", e);
    }
  }

  /**
   * What stands for a subject in one matter and nowhere else: HMAC-SHA256 of the matter under a key of the subject alone, as
   * base64url. The same whenever it is asked for; without that key nobody can tell whom it stands for, nor that two of them
   * stand for the same. The key is destroyed with those of the subject's values.
   *
   * @throws SealException if the subject is forgotten, or its key cannot be had
   */
  public String surrogate(Tag subject, String matter) {
    storing.lock(); // so that the first two to ask do not draw two keys
    try {
      if (erased.containsKey(subject.toString())) {
        throw new SealException(subject + " was to be forgotten; nothing stands for it any more");
      }
      KeyRow key = store.latestKey(subject.toString(), SURROGATE_PURPOSE).orElseGet(() -> surrogateKey(subject));
      byte[] text = matter.getBytes(StandardCharsets.UTF_8);
      return Envelope.base64(macUnder(wrapping.require(key, store.name())).doFinal(text));
    } finally {
      storing.unlock();
    }
  }

  private KeyRow surrogateKey(Tag subject) {
    KeyRow row = rowToStore(keys.draw(new SealedFor(subject, SURROGATE_PURPOSE)));
    store.add(List.of(row), List.of());
    return row;
  }

  /**
   * The command and header with every given value encrypted and replaced by a reference. What is encrypted waits until
   * it is stored or discarded. Values of a subject that is forgotten are encrypted with a key that is thrown away; the
   * decision refuses such a command.
   *
   * @throws IllegalArgumentException if the command holds a reference already
   * @throws SealException if a value cannot be written or its key cannot be had; or if the store says that a subject was
   *   forgotten, and the log does not
   */
  public SealedCommand seal(Command command, Header header) {
    return new Sealing(header.command()).run(sealing -> {
      Header sealedHeader = sealing.header(header, () -> SealedValues.ofReason(command, header.command()));
      Command sealed = SealedValues.exchanged(command, "/body", sealing::exchange);
      return new SealedCommand(sealed, sealedHeader, sealing.ticket);
    });
  }

  /**
   * Like {@link #seal}, for events of the bulk door. A reason is sealed with a key of this command alone.
   *
   * @throws IllegalArgumentException if an event holds a reference already
   */
  public SealedEvents sealEvents(CommandId command, Header header, List<? extends Event> events) {
    return new Sealing(command).run(sealing -> {
      Header sealedHeader = sealing.header(header, () -> SealedFor.of(command, "REASON"));
      List<Event> sealed = new ArrayList<>(events.size());
      for (Event each : events) {
        sealed.add(SealedValues.exchanged(each, "/events/" + sealed.size(), sealing::exchange));
      }
      return new SealedEvents(sealedHeader, sealed, sealing.ticket);
    });
  }

  /** Seals the values of one attempt to record a command. */
  private final class Sealing {
    private final Ticket ticket;

    private Sealing(CommandId command) {
      this.ticket = new Ticket(command);
    }

    /** If it fails half-way, nothing waits. */
    <T> T run(Function<Sealing, T> work) {
      try {
        T sealed = work.apply(this);
        if (!ticket.blobs().isEmpty()) {
          waiting.merge(ticket.command().value(), List.of(ticket), Vault::joined);
        }
        return sealed;
      } catch (RuntimeException | Error e) {
        leave(ticket);
        throw e;
      }
    }

    Header header(Header header, Supplier<SealedFor> sealedFor) {
      Header reasoned = header.reason()
          .map(it -> header.because(words("/header/reason", sealedFor, it))).orElse(header);
      return header.irregular()
          .map(it -> new Irregular(words("/header/irregular/reason", sealedFor, it.reason()), it.approval()))
          .map(reasoned::irregular).orElse(reasoned);
    }

    private Sealed<String> words(String pointer, Supplier<SealedFor> sealedFor, Sealed<String> value) {
      return switch (exchange(pointer, sealedFor.get(), value)) {
        case Sealed.Stored<?> stored -> new Sealed.Stored<>(stored.key(), stored.hash());
        case Sealed.Given<?> given -> throw new IllegalStateException("the words at " + pointer + " were not sealed");
      };
    }

    Sealed<?> exchange(String pointer, SealedFor sealedFor, Sealed<?> value) {
      if (!(value instanceof Sealed.Given<?> given)) {
        throw new IllegalArgumentException("The value at " + pointer + " of command " + ticket.command()
            + " is a reference to a sealed value; give it in the clear");
      }
      byte[] plain = written(given.value(), pointer);
      DataKey key = keyFor(sealedFor);
      String command = ticket.command().value();
      byte[] bytes = Envelope.seal(key.key(), plain, valueContext(origin, command, pointer, key.id()));
      byte[] hash = Envelope.hash(bytes);
      ticket.blobs().add(new Blob(sealedFor, key, new BlobRow(hash, key.id(), command, pointer, bytes)));
      return new Sealed.Stored<>(key.id(), Envelope.base64(hash));
    }

    private byte[] written(Object value, String pointer) {
      try {
        return json.write(value);
      } catch (RuntimeException e) { // without the cause: it may show the value
        throw new SealException("The value at " + pointer + " of command " + ticket.command()
            + " cannot be written as JSON: " + value.getClass().getName() + " (" + e.getClass().getSimpleName() + ")");
      }
    }
  }

  private static List<Ticket> joined(List<Ticket> some, List<Ticket> more) {
    List<Ticket> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private DataKey keyFor(SealedFor sealedFor) {
    EventId request = erased.get(sealedFor.subject().toString());
    if (request == null) {
      return keys.take(sealedFor);
    }
    if (!erasures.isRecorded(request, sealedFor.subject())) {
      throw new SealException(store.name() + " says that " + sealedFor.subject() + " was forgotten on the request "
          + request + ", which the log does not have; bring store and log to the same state, and verify deeply");
    }
    return keys.throwAway(sealedFor);
  }

  static byte[] valueContext(String origin, String command, String pointer, String key) {
    return Envelope.context("ledger-pd/v1", origin, command, pointer, key);
  }

  /** Which values a log refers to, or is about to. */
  @FunctionalInterface
  public interface Referring {
    /**
     * Whether a command's decision record or entries refer to a value.
     *
     * @param command the command's id
     * @param value the hash that a reference to the value names
     */
    boolean refers(String command, String value);
  }

  /**
   * Makes what waits for the commands durable, in one transaction; called by the log before it commits their entries.
   * Costs nothing if nothing waits for them. Of several attempts under one id, only that is stored which is committed: what
   * another one sealed may be about somebody who is forgotten, or nobody's to keep.
   *
   * @param committed what is about to be committed
   * @throws SealException if it could not be stored, or is about a subject that is forgotten; it waits on then
   */
  public void store(Collection<String> commandIds, Referring committed) {
    if (waiting.isEmpty()) {
      return;
    }
    List<Ticket> tickets = new ArrayList<>();
    for (String each : commandIds) {
      waiting.getOrDefault(each, List.of()).stream().filter(it -> isIn(it, committed)).forEach(tickets::add);
    }
    if (tickets.isEmpty()) {
      return;
    }
    storing.lock();
    try {
      tickets.removeIf(it -> !it.move(State.WAITING, State.STORED));
      try {
        add(tickets);
      } catch (RuntimeException | Error e) {
        tickets.forEach(it -> it.move(State.STORED, State.WAITING));
        throw e;
      }
    } finally {
      storing.unlock();
    }
    tickets.forEach(this::leave);
  }

  private static boolean isIn(Ticket ticket, Referring committed) {
    return ticket.blobs().stream()
        .anyMatch(it -> committed.refers(ticket.command().value(), Envelope.base64(it.row().hash())));
  }

  private void add(List<Ticket> tickets) {
    Map<String, DataKey> fresh = new LinkedHashMap<>();
    List<BlobRow> rows = new ArrayList<>();
    for (Ticket ticket : tickets) {
      for (Blob blob : ticket.blobs()) {
        if (erased.containsKey(blob.key().subject())) {
          throw new SealException("Command " + ticket.command() + " would be recorded with a value about "
              + blob.key().subject() + ", which is forgotten; its decision should have refused it");
        }
        if (!blob.key().isStored()) {
          fresh.put(blob.key().id(), blob.key());
        }
        rows.add(blob.row());
      }
    }
    if (!rows.isEmpty()) {
      store.add(fresh.values().stream().map(this::rowToStore).toList(), rows);
      fresh.values().forEach(DataKey::nowStored);
    }
  }

  private KeyRow rowToStore(DataKey key) {
    return wrapping.isCurrent(key.row()) ? key.row() : wrapping.wrapped(key.row(), key.key());
  }

  /**
   * Gives up the values of an attempt that is certainly not recorded and never will be: refused, or the same command
   * was recorded by another attempt. In doubt, leave them; they are collected on opening.
   *
   * @throws SealException if they were stored and cannot be removed
   */
  public void discard(Ticket ticket) {
    if (ticket.move(State.WAITING, State.DISCARDED)) {
      leave(ticket);
      return;
    }
    storing.lock(); // a store under way has ended then, well or not
    try {
      if (ticket.move(State.STORED, State.DISCARDED)) {
        store.remove(ticket.blobs().stream().map(Blob::row).toList());
      } else if (ticket.move(State.WAITING, State.DISCARDED)) {
        leave(ticket);
      }
    } finally {
      storing.unlock();
    }
  }

  private void leave(Ticket ticket) {
    waiting.computeIfPresent(ticket.command().value(), (id, tickets) -> {
      List<Ticket> others = tickets.stream().filter(it -> it != ticket).toList();
      return others.isEmpty() ? null : others;
    });
    ticket.blobs().forEach(it -> keys.release(it.sealedFor(), it.key()));
  }

  /** For whom and what a value is sealed; empty if there is no such key. */
  public Optional<SealedFor> sealedFor(Sealed.Stored<?> value) {
    return store.key(value.key()).map(it -> new SealedFor(Tag.parse(it.subject()), it.purpose()));
  }

  /**
   * Opens a value that an event or decision record refers to.
   *
   * @param command the command of that event or record
   * @param field where the reference stands, for messages
   * @param value the reference
   * @param type what the value is
   * @return the value, or that it was erased: only if its key is destroyed and the log has the request for it
   * @throws SealException if there is no such key or value, or it does not belong to this place
   */
  public <T> Opened<T> open(CommandId command, String field, Sealed<T> value, Class<T> type) {
    String place = "The value at " + field + " of command " + command;
    if (!(value instanceof Sealed.Stored<T> stored)) {
      throw new SealException(place + " is given in the clear; there is nothing to open");
    }
    KeyRow row = store.key(stored.key()).orElseThrow(() -> new SealException(
        place + ": there is no key " + stored.key() + " in " + store.name() + "; restore the store from a backup"));
    if (row.wrapped() == null) {
      return new Opened.Erased<>(requestFor(row, place), Objects.requireNonNull(row.destroyed()));
    }
    BlobRow blob = blobOf(command, stored, place).orElse(null);
    if (blob == null) {
      // It may have been erased between the two look-ups.
      KeyRow again = store.key(stored.key()).filter(it -> it.wrapped() == null).orElseThrow(() -> new SealException(
          place + " is missing in " + store.name() + " without having been erased; restore the store from a backup"));
      return new Opened.Erased<>(requestFor(again, place), Objects.requireNonNull(again.destroyed()));
    }
    byte[] context = valueContext(origin, command.value(), blob.pointer(), stored.key());
    byte[] plain = Envelope.open(keys.open(row), blob.bytes(), context).orElseThrow(() -> new SealException(
        place + " does not open: its encrypted bytes belong to another key, command or field; verify deeply"));
    try {
      return new Opened.Plain<>(json.read(plain, type));
    } catch (RuntimeException e) { // without the cause: it may show the value
      throw new SealException(place + " is not " + type.getName() + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Optional<BlobRow> blobOf(CommandId command, Sealed.Stored<?> stored, String place) {
    byte[] hash = Base64.getUrlDecoder().decode(stored.hash());
    Optional<BlobRow> blob = store.blob(command.value(), hash);
    if (blob.isPresent() && !Arrays.equals(Envelope.hash(blob.get().bytes()), hash)) {
      throw new SealException(place + ": its encrypted bytes in " + store.name()
          + " do not have the hash the reference names; restore the store from a backup");
    }
    return blob;
  }

  private EventId requestFor(KeyRow row, String place) {
    EventId request = erased.get(row.subject());
    if (request == null) {
      request = store.tombstones().stream().filter(it -> it.subject().equals(row.subject())).findFirst()
          .map(it -> EventId.parse(it.request())).orElse(null);
    }
    if (request == null || !erasures.isRecorded(request, Tag.parse(row.subject()))) {
      throw new SealException(place + ": its key " + row.id() + " in " + store.name()
          + " is destroyed, but the log has no request to forget " + row.subject()
          + "; restore the store from a backup");
    }
    return request;
  }

  /**
   * Destroys all keys and values of a subject, for good, and forbids new ones. Durable, and wiped from the store's files,
   * when it returns. Idempotent: again it destroys nothing more and returns the same number.
   *
   * @param request the event that asks for it, durable in the log
   * @throws SealException if it could not be done, or another process that reads the store keeps it from being wiped; to
   *   be called again then
   */
  public Destroyed destroy(Tag subject, EventId request, Instant at) {
    storing.lock();
    try {
      erased.putIfAbsent(subject.toString(), request);
      Destroyed destroyed = store.destroy(subject, request, at);
      keys.forget(subject.toString());
      return destroyed;
    } finally {
      storing.unlock();
    }
  }

  /** Whether nothing of the subject is left and none will be; false also after a backup brought its keys back. */
  public boolean hasDestroyed(Tag subject) {
    return erased.containsKey(subject.toString()) && !store.holdsAnythingOf(subject);
  }

  /** Erasures the store knows and the log does not: one of the two is from another time. */
  public List<Tombstone> erasuresUnknownToTheLog() {
    return store.tombstones().stream()
        .filter(it -> !erasures.isRecorded(EventId.parse(it.request()), Tag.parse(it.subject()))).toList();
  }

  /**
   * Whether the log lacks what it had when orphans were last collected. Then it is an older log than the store's, and what it
   * does not refer to is no orphan.
   *
   * @param recorded what the log refers to
   */
  public boolean isNewerThan(Referring recorded) {
    return store.latestSettled().filter(it -> !recorded.refers(it.command(), Envelope.base64(it.hash()))).isPresent();
  }

  /**
   * Removes what was stored for commands that were then not recorded, because the process died or the log failed; also
   * where another attempt under the same id was recorded later. Looks at what was added since it was last called; to be
   * called on opening, before anything is sealed.
   *
   * @param recorded what the log refers to; asked for the values of a command one after the other
   * @return the number of values removed
   */
  public int collectOrphans(Referring recorded) {
    int removed = 0;
    long after = 0;
    List<Added> added = store.addedSinceSettled(after, CHUNK);
    while (!added.isEmpty()) {
      List<BlobRow> orphans = added.stream().map(Added::blob)
          .filter(it -> !recorded.refers(it.command(), Envelope.base64(it.hash()))).toList();
      store.remove(orphans);
      removed += orphans.size();
      after = added.getLast().number();
      added = store.addedSinceSettled(after, CHUNK);
    }
    store.settle();
    return removed;
  }

  /** Told how far re-wrapping is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Some more keys are wrapped with the current key.
     *
     * @param done the number of keys wrapped anew so far
     * @param total the number there was to do
     */
    void rewrapped(long done, long total);
  }

  /**
   * Draws a new key that wraps all others, and wraps them anew. The old one stays in the key file until
   * {@link #dropUnusedKeys}. If an earlier change is not finished, finishes that one and draws no other.
   *
   * @throws SealException if the keys are not kept in a file and all are wrapped with the current one: then whoever sets
   *   them sets a new one first, and opens again
   */
  public void changeKey(Progress progress) {
    String current = ring.current().id();
    if (store.wrappings().stream().allMatch(it -> it.kek().equals(current))) {
      ring.add();
    }
    rewrap(progress);
  }

  /**
   * Wraps all keys anew that are not wrapped with the ring's current key. May be interrupted at any time, also by a
   * crash, and called again; sealing and opening go on meanwhile.
   *
   * @throws SealException if a key that wraps others is missing
   */
  public void rewrap(Progress progress) {
    String current = ring.current().id();
    long total = store.wrappings().stream().filter(it -> !it.kek().equals(current))
        .mapToLong(PersonalStore.KeysUnder::keys).sum();
    long done = 0;
    List<KeyRow> rows = store.wrappedByOthers(current, CHUNK);
    while (!rows.isEmpty()) {
      store.rewrap(rows.stream().map(it -> wrapping.wrapped(it, wrapping.require(it, store.name()))).toList());
      done += rows.size();
      progress.rewrapped(done, Math.max(done, total));
      rows = store.wrappedByOthers(current, CHUNK);
    }
    store.wipe();
  }

  /**
   * Removes from the key file all keys but the current one that wrap nothing in this store any more, and returns their
   * ids. Backups of the store made before need them still.
   *
   * @throws SealException if the keys are not kept in a file
   */
  public List<String> dropUnusedKeys() {
    storing.lock(); // what waits is wrapped anew if its key is gone
    try {
      List<String> used = store.wrappings().stream().map(PersonalStore.KeysUnder::kek).toList();
      List<String> unused = ring.ids().stream().skip(1).filter(it -> !used.contains(it)).collect(Collectors.toList());
      if (!unused.isEmpty()) {
        ring.drop(unused);
      }
      return unused;
    } finally {
      storing.unlock();
    }
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public String toString() {
    return "Vault[" + store.name() + "]";
  }
}
