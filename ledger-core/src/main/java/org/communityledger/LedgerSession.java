package org.communityledger;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.communityledger.access.Caller;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.decide.Permit;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.seal.Opened;

/**
 * A ledger as one caller may use it; see {@link Ledger#as}. Costs nothing, needs no closing. Immutable and safe for many
 * threads.
 */
public final class LedgerSession {
  private final Ledger ledger;
  private final Caller caller;
  private final Permit permit;

  LedgerSession(Ledger ledger, Caller caller, Permit permit) {
    this.ledger = ledger;
    this.caller = caller;
    this.permit = permit;
  }

  /** The caller. */
  public Caller caller() {
    return caller;
  }

  /**
   * A header with a new command id and the caller as actor: in their role, for their organisation if they may act for just
   * one.
   *
   * @throws IllegalStateException if the caller has several roles or none; make the header with {@link Ledger#header}
   */
  public Header header(When occurred, Source source) {
    if (caller.roles().size() != 1) {
      throw new IllegalStateException(caller.who().tag() + " has " + caller.roles().size()
          + " roles; say in which they act: ledger.header(Actor.of(who, role), …)");
    }
    Actor actor = Actor.of(caller.who(), caller.roles().iterator().next());
    return ledger.header(
        caller.actsFor().size() == 1 ? actor.onBehalfOf(caller.actsFor().iterator().next()) : actor, occurred, source);
  }

  /**
   * Decides a command and records its events if the caller may send it; see {@link Ledger#record}. Otherwise it is refused
   * with {@link NotPermitted}, as it is if the header's actor is not this caller.
   *
   * @throws LedgerException as {@link Ledger#record} does
   * @throws IllegalArgumentException as {@link Ledger#record} does
   */
  public Outcome record(Command command, Header header) {
    return ledger.record(command, header, permit);
  }

  /** Like {@link #record}, without blocking the caller. The future fails with what {@code record} throws. */
  public CompletableFuture<Outcome> recordAsync(Command command, Header header) {
    return ledger.recordAsync(command, header, permit);
  }

  /**
   * Like {@link #record}, for callers who prefer exceptions.
   *
   * @throws Refused if the command is refused
   */
  public Receipt recordOrThrow(Command command, Header header) throws Refused {
    return Ledger.receiptOf(record(command, header));
  }

  /**
   * The bulk door; see {@link Ledger#history}. What is recorded there may be under anybody's name: it happened elsewhere.
   *
   * @throws org.communityledger.access.AccessDenied if the caller may not use it
   */
  public LedgerHistory history() {
    return ledger.history(Optional.of(caller));
  }

  /**
   * Under which id a person takes part in a programme whose participation is itself sensitive, if the caller may know. It is
   * the same each time, another one in each programme, and tells nothing of the person; once the person is erased nobody
   * can derive it again. What is sealed for the surrogate is forgotten by erasing the surrogate.
   *
   * @throws org.communityledger.access.AccessDenied if the caller may not know
   * @throws LedgerException if the person is forgotten
   */
  public PersonId surrogate(PersonId person, ProgrammeId programme) {
    return ledger.personal().surrogate(Optional.of(caller), person, programme);
  }

  /**
   * What a sealed value of an event is, if the caller may read it: the access policy says which roles read values sealed for
   * something, and what for. The opening is told to the journal of the ledger's builder.
   *
   * @param event the event
   * @param value a value of the event or of its header
   * @param type the value's type
   * @param readFor what the value is read for, one of the purposes the policy knows
   * @return the value, or that it is erased
   * @throws org.communityledger.access.AccessDenied if the caller may not read it
   * @throws LedgerException if the value or its key is lost or changed although nobody asked to forget it; names the
   *   event's position and the field
   */
  public <T> Opened<T> open(RecordedEvent event, Sealed<T> value, Class<T> type, String readFor) {
    return ledger.personal().open(caller, readFor, event, value, type);
  }
}
