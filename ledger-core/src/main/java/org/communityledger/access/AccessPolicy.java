package org.communityledger.access;

import java.util.List;

/**
 * What each role may do. Deny by default: whatever it does not know is for nobody. Implementations are pure and safe for
 * many threads: a command gets the same answer however often it is decided.
 *
 * <p>It is asked for roles only. That a caller acts under their own name, in a role they have, for an organisation they may
 * act for and within their jurisdiction is made sure of whatever the policy, and so is separation of duties.
 */
public interface AccessPolicy {
  /** How far a permission reaches. */
  enum Reach {
    /** Not permitted. */
    NONE,
    /** For things that lie within the caller's jurisdiction. */
    JURISDICTION,
    /** Wherever the thing lies. */
    ANYWHERE,
    /** Only for callers who may act everywhere. */
    EVERYWHERE
  }

  /**
   * How far somebody in a role may do something.
   *
   * @param act the stored name of a command, {@code ledger.history} for recording without rules, or what a projection
   *   names as its permission
   * @param role the role they act in
   */
  Reach reach(String act, String role);

  /** The roles that may do something, for whoever may not; need not be complete. */
  List<String> rolesFor(String act);

  /**
   * How far somebody in a role may read sealed values.
   *
   * @param keyPurpose what the values are sealed for: {@code CASE}, {@code IDENTITY}, {@code REASON} and so on
   * @param readingPurpose what they are read for
   * @param role the role
   */
  Reach reachOfOpening(String keyPurpose, String readingPurpose, String role);

  /** The purposes values sealed for something may be read for, for whoever names another; need not be complete. */
  List<String> purposesFor(String keyPurpose);

  /**
   * Whether a caller may read sealed values, whatever they are about: where the things lie is not looked at, so that
   * whoever's permission is bound to a jurisdiction may read only if theirs has no bounds.
   *
   * @param keyPurpose what the values are sealed for
   * @param readingPurpose what they are read for
   */
  default boolean mayOpen(Caller caller, String keyPurpose, String readingPurpose) {
    return caller.roles().stream().map(it -> reachOfOpening(keyPurpose, readingPurpose, it)).anyMatch(
        it -> it == Reach.ANYWHERE || (it != Reach.NONE && caller.jurisdiction().isEmpty()));
  }
}
