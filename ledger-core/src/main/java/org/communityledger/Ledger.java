package org.communityledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.communityledger.access.Access;
import org.communityledger.access.Caller;
import org.communityledger.axon.AxonRuntime;
import org.communityledger.axon.LedgerClock;
import org.communityledger.codec.CommandCodec;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.Permit;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.Verification;
import org.communityledger.records.RecordsCommand.CompleteErasure;
import org.communityledger.records.RecordsCommand.EraseSubject;

/**
 * A ledger of community governance, open for writing. Commands go in, receipts or refusals come out; what is recorded
 * is durable when the receipt is there, and stays provable.
 *
 * <p>Commands are sent {@linkplain #as as somebody}: the application says who that is, the ledger what they may do.
 *
 * <p>One process writes to a file at a time; any number may read it meanwhile, see {@link #openReadOnly}. Safe for many
 * threads.
 */
public final class Ledger implements AutoCloseable {
  /** Of what the ledger itself records and nobody else, whatever their policy. */
  private static final Permit NOBODY = (act, header) -> new Permit.Scope.Nowhere(
      new Lack.OfPermission(List.of(header.actor().role()), List.of()));

  private final LedgerReader reader;
  private final AxonRuntime runtime;
  private final CommandCodec commands;
  private final LedgerHistory history;
  private final PersonalValues personal;
  private final VaultFiles vault;
  private final LedgerClock clock;
  private final Supplier<String> ids;
  private final Access access;
  private final Admission admission = new Admission();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  Ledger(
      LedgerReader reader,
      AxonRuntime runtime,
      CommandCodec commands,
      LedgerHistory history,
      PersonalValues personal,
      VaultFiles vault,
      LedgerClock clock,
      Supplier<String> ids,
      Access access) {
    this.reader = reader;
    this.runtime = runtime;
    this.commands = commands;
    this.history = history;
    this.personal = personal;
    this.vault = vault;
    this.clock = clock;
    this.ids = ids;
    this.access = access;
  }

  /**
   * Opens the ledger in a file, founding it if there is none, with all defaults.
   *
   * @throws LedgerException if the file is no ledger, is damaged, or is open for writing elsewhere
   */
  public static Ledger open(Path file) {
    return at(file).open();
  }

  /** Opens a ledger for reading only; see {@link LedgerBuilder#openReadOnly}. */
  public static LedgerReader openReadOnly(Path file) {
    return at(file).openReadOnly();
  }

  /**
   * Checks the ledger in a file, whatever state it is in; see {@link LedgerBuilder#verify}.
   *
   * @throws LedgerException if there is no ledger at the path to be checked
   */
  public static Verification verify(Path file) {
    return at(file).verify((position, size) -> {});
  }

  /** Begins to say how the ledger in a file is opened. */
  public static LedgerBuilder at(Path file) {
    return new LedgerBuilder(file);
  }

  /**
   * The ledger as somebody may use it. The application has to make sure that it is they: the ledger believes what it says
   * about who they are, and refuses what the access policy does not permit to them.
   */
  public LedgerSession as(Caller caller) {
    return new LedgerSession(this, caller, access.permit(caller));
  }

  /** A header with a new command id. */
  public Header header(Actor actor, When occurred, Source source) {
    return Header.of(new CommandId(ids.get()), actor, occurred, source);
  }

  /**
   * Decides a command and records its events; blocks until the outcome is durable. The same command id with the same
   * content records nothing and returns the first receipt.
   *
   * <p>Of a ledger that was not opened as {@linkplain LedgerBuilder#unrestricted unrestricted} everything is refused here,
   * as not permitted: send it {@linkplain #as as somebody}.
   *
   * <p>When {@code EraseSubject} is answered, keys and values are destroyed and that is recorded too. If destroying fails,
   * the request stands all the same, and is finished when the command is sent again or the ledger is opened next.
   *
   * @throws LedgerException if the ledger fails technically or is closed; whether the command is recorded is then best
   *   asked by sending it again under the same id
   * @throws IllegalArgumentException if no context of this ledger decides this type of command
   */
  public Outcome record(Command command, Header header) {
    return record(command, header, access.permit());
  }

  Outcome record(Command command, Header header, Permit permit) {
    admission.enter(header.command());
    try {
      return decide(command, header, permit);
    } finally {
      admission.leave();
    }
  }

  private Outcome decide(Command command, Header header, Permit permit) {
    try {
      Permit mine = command instanceof CompleteErasure ? NOBODY : permit;
      Outcome outcome = runtime.send(new Submission(command, clock.stamp(header), mine));
      if (outcome instanceof Outcome.Refused refused) {
        access.refused(permit, commands.names().nameOf(command.getClass()), header, refused);
      } else if (command instanceof EraseSubject) {
        personal.finish(header.command());
      }
      return outcome;
    } catch (RuntimeException e) {
      throw LedgerException.of(e);
    }
  }

  /** Like {@link #record}, without blocking the caller. The future fails with what {@code record} throws. */
  public CompletableFuture<Outcome> recordAsync(Command command, Header header) {
    return recordAsync(command, header, access.permit());
  }

  CompletableFuture<Outcome> recordAsync(Command command, Header header, Permit permit) {
    try {
      admission.enter(header.command());
    } catch (LedgerException e) {
      return CompletableFuture.failedFuture(e);
    }
    // Let in before the caller goes on, so that a close that follows waits for it.
    return CompletableFuture.supplyAsync(() -> decide(command, header, permit), background)
        .whenComplete((outcome, failure) -> admission.leave());
  }

  /**
   * Like {@link #record}, for callers who prefer exceptions.
   *
   * @throws Refused if the command is refused
   */
  public Receipt recordOrThrow(Command command, Header header) throws Refused {
    return receiptOf(record(command, header));
  }

  static Receipt receiptOf(Outcome outcome) throws Refused {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.receipt();
      case Outcome.Refused refused -> throw new Refused(refused);
    };
  }

  /**
   * The bulk door: events that happened elsewhere, recorded without asking any rule.
   *
   * @throws org.communityledger.access.AccessDenied if the ledger was not opened as unrestricted; then use {@link LedgerSession#history}
   */
  public LedgerHistory history() {
    return history(Optional.empty());
  }

  LedgerHistory history(Optional<Caller> caller) {
    access.require(caller, Access.HISTORY);
    return history;
  }

  /** The personal values of the ledger: erasures, and the keys values are under. */
  public PersonalValues personal() {
    return personal;
  }

  /** Reading, over the same open files; closing it closes the ledger's files, so leave that to the ledger. */
  public LedgerReader reader() {
    return reader;
  }

  /** How commands are read from lines of JSON. */
  public CommandCodec commands() {
    return commands;
  }

  /**
   * Completes what was accepted, refuses what comes later, and releases the files. May be called twice. Not to be called
   * while handling a command: it waits for all that are under way.
   */
  @Override
  public void close() {
    admission.close();
    try {
      background.close();
      runtime.close();
    } finally {
      try (vault) {
        reader.close(); // first: what is appended until then may bring values
      }
    }
  }
}
