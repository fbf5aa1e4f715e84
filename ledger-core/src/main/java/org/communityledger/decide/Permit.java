package org.communityledger.decide;

import org.communityledger.decide.CommonRefusal.Lack;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;

/** What whoever sends a command may do. Pure, as rules are, so that the same command gets the same answer. */
@FunctionalInterface
public interface Permit {
  /** Of somebody unknown: nothing. */
  Permit NOBODYS = (act, header) -> new Scope.Nowhere(new Lack.OfCaller());

  /** Of the ledger itself, and of whoever was given all of it: everything, under anybody's name. */
  Permit UNRESTRICTED = (act, header) -> new Scope.Anywhere();

  /**
   * Where the command may be sent for.
   *
   * @param act the command's stored name
   * @param header the header it comes with
   */
  Scope of(String act, Header header);

  /** Where something may be done. */
  sealed interface Scope {
    /** Wherever the thing lies that it is about. */
    record Anywhere() implements Scope {}

    /** Only about things that lie at a place or below it. */
    record Within(PlaceId place) implements Scope {}

    /** Not at all. */
    record Nowhere(Lack lack) implements Scope {}
  }
}
