package org.communityledger.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.communityledger.access.AttemptJournal.Attempt;
import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.decide.Permit;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Refusal;

/**
 * What may be done with one open ledger: its policy, whether it is unrestricted, and who is told of refusals. Immutable and
 * safe for many threads.
 */
public final class Access {
  /** The permission to record without rules. */
  public static final String HISTORY = "ledger.history";

  private final AccessPolicy policy;
  private final boolean unrestricted;
  private final AttemptJournal attempts;
  private final InstantSource clock;

  public Access(AccessPolicy policy, boolean unrestricted, AttemptJournal attempts, InstantSource clock) {
    this.policy = policy;
    this.unrestricted = unrestricted;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** What may be done under the shipped policy if nothing else was said: nothing without a caller. */
  public static Access shipped() {
    return new Access(PolicyTable.shipped(), false, AttemptJournal.NONE, InstantSource.system());
  }

  /** The policy. */
  public AccessPolicy policy() {
    return policy;
  }

  /** What commands of the caller are permitted. */
  public Permit permit(Caller caller) {
    return new CallersPermit(caller, policy);
  }

  /** What commands are permitted of which nobody says who sends them. */
  public Permit permit() {
    return unrestricted ? Permit.UNRESTRICTED : Permit.NOBODYS;
  }

  /**
   * Makes sure that something other than a command is permitted: a restricted view, the bulk door.
   *
   * @param caller who asks; nobody if empty, which is enough for an unrestricted ledger
   * @param act the permission
   * @throws AccessDenied if it is not permitted
   */
  public void require(Optional<Caller> caller, String act) {
    Optional<Lack> lack = caller.map(it -> new CallersPermit(it, policy).lackFor(act))
        .orElseGet(() -> unrestricted ? Optional.empty() : Optional.of(new Lack.OfCaller()));
    lack.ifPresent(it -> deny(caller, act, it));
  }

  /**
   * Makes sure that a caller may read sealed values.
   *
   * @param keyPurpose what the values are sealed for
   * @param readingPurpose what they are read for
   * @param isWithin whether what they are about lies within a jurisdiction; asked only where that matters
   * @throws AccessDenied if the caller may not
   */
  public void requireOpening(
      Caller caller,
      String keyPurpose,
      String readingPurpose,
      Predicate<PlaceId> isWithin) {
    if (policy.mayOpen(caller, keyPurpose, readingPurpose)) {
      return;
    }
    boolean isBound = caller.roles().stream()
        .anyMatch(it -> policy.reachOfOpening(keyPurpose, readingPurpose, it) == AccessPolicy.Reach.JURISDICTION);
    if (isBound && caller.jurisdiction().filter(isWithin).isPresent()) {
      return;
    }
    String act = PolicyTable.opening(keyPurpose, readingPurpose);
    List<String> purposes = policy.purposesFor(keyPurpose);
    deny(Optional.of(caller), act, purposes.contains(readingPurpose)
        ? new CallersPermit(caller, policy).lackFor(act)
            .orElseGet(() -> new Lack.OfPermission(caller.roles().stream().sorted().toList(), policy.rolesFor(act)))
        : new Lack.OfPurpose(readingPurpose, purposes));
  }

  private void deny(Optional<Caller> caller, String act, Lack lack) {
    NotPermitted refusal = new NotPermitted(act, lack);
    attempts.refused(
        new Attempt(clock.instant(), caller.map(Caller::who), act, Optional.empty(), nameOf(refusal), List.of()));
    throw new AccessDenied(refusal);
  }

  /** Tells of a command that was refused, for whatever reason. */
  public void refused(Permit permit, String act, Header header, Outcome.Refused outcome) {
    Optional<Party> who = permit instanceof CallersPermit callers
        ? Optional.of(callers.caller().who())
        : Optional.of(header.actor().who()).filter(it -> unrestricted);
    Optional<CommandId> command = Optional.of(header.command());
    attempts
        .refused(new Attempt(clock.instant(), who, act, command, nameOf(outcome.refusal()), outcome.causes()));
  }

  private static String nameOf(Refusal refusal) {
    return refusal instanceof NotPermitted it
        ? it.name() + "." + it.lack().getClass().getSimpleName()
        : refusal.name();
  }
}
