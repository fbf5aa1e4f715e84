package org.communityledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.communityledger.access.Access;
import org.communityledger.access.Caller;
import org.communityledger.access.OpeningJournal;
import org.communityledger.access.OpeningJournal.Opening;
import org.communityledger.codec.EventCodec;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.decide.Decider;
import org.communityledger.decide.Selection;
import org.communityledger.decide.Whereabouts;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SealedValues;
import org.communityledger.kernel.Tag;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.sqlite.SqliteLog;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.SubjectErased;
import org.communityledger.seal.Destroyed;
import org.communityledger.seal.Opened;
import org.communityledger.seal.SealException;
import org.communityledger.seal.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The personal values of a ledger: opening them, forgetting them, and the keys they are under. They lie in a store beside
 * the ledger, which is made when the first value is recorded. Safe for many threads.
 */
public final class PersonalValues {
  /** What is asked for where nobody says who opens a value; no role has it. */
  private static final String OPENING = "ledger.open";
  /** What is asked for where a person's surrogate is. */
  private static final String SURROGATE = "ledger.surrogate";
  private static final int LONGEST_QUOTED = 60;

  private final SqliteLog log;
  private final EventCodec codec;
  private final VaultFiles files;
  private final Access access;
  private final OpeningJournal openings;
  private final InstantSource clock;
  private final ReentrantLock erasing = new ReentrantLock();
  private final List<String> findings = new ArrayList<>();
  private @Nullable Door door;

  PersonalValues(
      SqliteLog log,
      EventCodec codec,
      VaultFiles files,
      Access access,
      OpeningJournal openings,
      InstantSource clock) {
    this.access = access;
    this.openings = openings;
    this.log = log;
    this.codec = codec;
    this.files = files;
    this.clock = clock;
  }

  /** How the ledger's own commands are recorded. */
  @FunctionalInterface
  interface Door {
    Outcome record(CompleteErasure command, Header header);
  }

  /** Opens the door for what erasures record, and finishes those that an end of the process interrupted. */
  void resume(Door own) {
    door = own;
    files.present().ifPresent(this::collectOrphans);
    for (RecordedEvent each : events(new Tag("register", "erasures"), ErasureRequested.class)) {
      try {
        resume(each, (ErasureRequested) each.event());
      } catch (SealException e) { // the ledger is of use meanwhile: whoever is to be forgotten gets no new values
        findings.add("The erasure requested at #" + each.position() + " cannot be finished now: " + e.getMessage()
            + " It is tried again on the next opening.");
      }
    }
  }

  private void resume(RecordedEvent recorded, ErasureRequested request) {
    if (completion(recorded).isEmpty()) {
      finish(recorded, request);
      findings.add("The erasure of " + request.subject() + ", requested at #" + recorded.position()
          + ", was interrupted and is finished now.");
    } else if (files.present().filter(it -> !it.hasDestroyed(request.subject())).isPresent()) {
      destroy(recorded, request);
      findings.add("Values of " + request.subject() + ", erased at the request of #" + recorded.position()
          + ", were there again, as after restoring a backup of the personal store; they are destroyed again.");
    }
  }

  private void collectOrphans(Vault vault) {
    if (vault.isNewerThan(this::refers)) {
      findings.add("The ledger is older than " + files.store() + ": it lacks entries whose values are there, as after"
          + " restoring a backup of the ledger alone. Nothing is removed from the store; bring both to the same state.");
    } else {
      vault.collectOrphans(this::refers);
    }
  }

  /** Whether what was recorded of a command refers to a value; what came through the bulk door does so in entries only. */
  private boolean refers(String command, String value) {
    return log.decision(command)
        .filter(it -> VaultFiles.contains(it.line(), value)
            || log.read(Query.all(), it.first(), it.first() + it.count(), it.count()).stream()
                .anyMatch(entry -> VaultFiles.contains(entry.leaf(), value)))
        .isPresent();
  }

  /**
   * What was put right when the ledger was opened: erasures finished, or applied again after a restored backup; and what
   * could not be.
   */
  public List<String> findings() {
    return List.copyOf(findings);
  }

  /**
   * What a sealed value of an event is, for an unrestricted ledger; see {@link LedgerSession#open}.
   *
   * @throws org.communityledger.access.AccessDenied if the ledger is not unrestricted
   * @throws LedgerException as {@link LedgerSession#open} does
   */
  public <T> Opened<T> open(RecordedEvent event, Sealed<T> value, Class<T> type) {
    access.require(Optional.empty(), OPENING);
    Sealed.Stored<T> stored = stored(value);
    return opened(event, fieldOf(event, stored), stored, type);
  }

  <T> Opened<T> open(Caller caller, String readFor, RecordedEvent event, Sealed<T> value, Class<T> type) {
    Sealed.Stored<T> stored = stored(value);
    String field = fieldOf(event, stored);
    SealedFor sealedFor = files.present().flatMap(it -> it.sealedFor(stored)).orElseThrow(() -> lost(event, field,
        "there is no key " + stored.key() + " in " + files.store() + "; restore the store from a backup", null));
    access.requireOpening(caller, sealedFor.purpose(), readFor, place -> Decider
        .read(Whereabouts.isWithin(sealedFor.subject(), place), new LoggedHistory(log, codec)));
    Opened<T> opened = opened(event, field, stored, type);
    if (opened instanceof Opened.Plain<T>) {
      openings.opened(new Opening(clock.instant(), caller.who(), sealedFor.subject(), sealedFor.purpose(), readFor,
          event.id(), field));
    }
    return opened;
  }

  /**
   * Under which id a person takes part in a sensitive programme, for an unrestricted ledger; see
   * {@link LedgerSession#surrogate}.
   *
   * @throws org.communityledger.access.AccessDenied if the ledger is not unrestricted
   * @throws LedgerException if the person is forgotten
   */
  public PersonId surrogate(PersonId person, ProgrammeId programme) {
    return surrogate(Optional.empty(), person, programme);
  }

  PersonId surrogate(Optional<Caller> caller, PersonId person, ProgrammeId programme) {
    access.require(caller, SURROGATE);
    try {
      return new PersonId("s-" + files.require().surrogate(person.tag(), programme.tag().toString()));
    } catch (SealException e) {
      throw new LedgerException("There is no surrogate of " + person.tag() + ": " + e.getMessage(), e, null, null);
    }
  }

  private static <T> Sealed.Stored<T> stored(Sealed<T> value) {
    if (value instanceof Sealed.Stored<T> stored) {
      return stored;
    }
    throw new IllegalArgumentException("The value was never sealed; take it from a recorded event");
  }

  private <T> Opened<T> opened(RecordedEvent event, String field, Sealed.Stored<T> value, Class<T> type) {
    try {
      return files.require().open(event.id().command(), field, value, type);
    } catch (SealException e) {
      throw lost(event, field, String.valueOf(e.getMessage()), e);
    }
  }

  private LedgerException lost(RecordedEvent event, String field, String why, @Nullable SealException cause) {
    return new LedgerException("The personal value " + field + " of #" + event.position() + " cannot be opened: " + why,
        cause, event.position(), codec.types().of(event.event()).name());
  }

  /** Where in the event or its header the value stands. */
  private static String fieldOf(RecordedEvent event, Sealed.Stored<?> value) {
    List<String> found = new ArrayList<>();
    if (event.header().reason().filter(value::equals).isPresent()) {
      found.add("header/reason");
    }
    if (event.header().irregular().map(Irregular::reason).filter(value::equals).isPresent()) {
      found.add("header/irregular/reason");
    }
    SealedValues.exchanged(event.event(), "fact", (pointer, sealedFor, each) -> {
      if (each.equals(value)) {
        found.add(pointer);
      }
      return each;
    });
    return found.isEmpty() ? "no field" : found.getFirst();
  }

  /** Destroys what the request asks for and records that it is done; nothing if it is. */
  void finish(CommandId request) {
    for (RecordedEvent each : recordedBy(request)) {
      if (each.event() instanceof ErasureRequested asked && completion(each).isEmpty()) {
        finish(each, asked);
      }
    }
  }

  private void finish(RecordedEvent recorded, ErasureRequested request) {
    erasing.lock();
    try {
      long values = destroy(recorded, request);
      Header asked = recorded.header();
      // Somebody may have used the id for something else: that keeps no erasure from being completed.
      for (int attempt = 1; completion(recorded).isEmpty(); attempt++) {
        Header header = Header
            .of(completing(recorded.id().command(), attempt), asked.actor(), asked.occurred(), asked.source())
            .causedBy(recorded.id());
        Outcome outcome = Objects.requireNonNull(door).record(
            new CompleteErasure(request.subject(), recorded.id(), values), header);
        if (outcome instanceof Outcome.Refused refused && !(refused.refusal() instanceof CommandIdReused)
            && completion(recorded).isEmpty()) {
          throw new LedgerException("The erasure of " + request.subject() + " could not be completed: "
              + refused.refusal().english());
        }
      }
    } finally {
      erasing.unlock();
    }
  }

  private static CommandId completing(CommandId request, int attempt) {
    return new CommandId("erased/" + (attempt == 1 ? "" : attempt + "/") + (request.value().length() <= LONGEST_QUOTED
        ? request.value()
        : HexFormat.of().formatHex(MerkleHash.plain(request.value().getBytes(StandardCharsets.US_ASCII)))));
  }

  /** Keys and values first, then the digests by which what was sent could be guessed. */
  private long destroy(RecordedEvent recorded, ErasureRequested request) {
    // Also where there is no value yet: the tombstone sees to it that there never will be.
    Destroyed destroyed = files.require().destroy(request.subject(), recorded.id(), clock.instant());
    log.forgetDigests(new LoggedHistory(log, codec).read(Selection.of(SealedFor.tagOf(request.subject()))).stream()
        .filter(it -> it.position() < recorded.position())
        .map(it -> it.id().command().value()).distinct().toList());
    return destroyed.values();
  }

  /** What became of the erasure of a subject; empty if none was requested. */
  public Optional<ErasureReceipt> erasure(Tag subject) {
    return events(SealedFor.tagOf(subject), ErasureRequested.class).stream().findFirst().map(this::receipt);
  }

  private ErasureReceipt receipt(RecordedEvent recorded) {
    ErasureRequested request = (ErasureRequested) recorded.event();
    Optional<RecordedEvent> completion = completion(recorded);
    long values = completion.map(it -> ((SubjectErased) it.event()).values()).orElse(0L);
    return new ErasureReceipt(request.subject(), request.basis(), approver(request.approval()), recorded.id(),
        recorded.position(), completion.map(RecordedEvent::position), values);
  }

  private Party approver(Optional<ApprovalId> approval) {
    return events(approval.orElseThrow().tag(), ApprovalGiven.class).getFirst().header().actor().who();
  }

  private Optional<RecordedEvent> completion(RecordedEvent request) {
    return events(request.id().tag(), SubjectErased.class).stream().findFirst();
  }

  private List<RecordedEvent> events(Tag tag, Class<? extends Event> type) {
    return new LoggedHistory(log, codec).read(Selection.of(tag, type));
  }

  private List<RecordedEvent> recordedBy(CommandId command) {
    Optional<RecordedDecision> decision = log.decision(command.value());
    return decision.map(it -> log.read(Query.all(), it.first(), it.first() + it.count(), it.count())).orElse(List.of())
        .stream().map(codec::decodeCarryingUnknown).toList();
  }

  /**
   * Draws a new key-encryption key, which becomes the current one, and puts all keys under it. The old one stays at hand
   * until {@link #dropOldKeys}. May be interrupted and called again, and then goes on where it was. Keys in an environment
   * variable are not drawn: put the new one first there and open the ledger again.
   *
   * @param progress told how far it is
   */
  public void rewrap(Vault.Progress progress) {
    files.require().changeKey(progress);
  }

  /** Removes those key-encryption keys from the key file that no key needs any more, and returns their ids. */
  public List<String> dropOldKeys() {
    return files.require().dropUnusedKeys();
  }

  /** Where the values lie, whether or not there are any yet. */
  public Path store() {
    return files.store();
  }
}
