package org.communityledger.testkit;

/** What every projection promises, from what the rest rests on to what rests on the rest. */
enum Promise {
  /** Rows and keys survive being stored. */
  WRITTEN,
  /** Nothing but events has a say. */
  PURE,
  /** A row has no neighbours. */
  KEYED,
  /** Nothing is remembered outside the rows. */
  REDELIVERED,
  /** Nothing is looked up that is not in the events, and no event relies on another one having happened. */
  AS_OF,
  /** It does not matter how many events come at once. */
  REBUILT
}
