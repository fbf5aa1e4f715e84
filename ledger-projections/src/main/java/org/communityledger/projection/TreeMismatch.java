package org.communityledger.projection;

import org.communityledger.log.TreeHead;

/** What was read does not hash to the log's root: stored bytes were changed, or the head was. */
public final class TreeMismatch extends ReplayException {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final String actual;

  TreeMismatch(TreeHead head, TreeHead actual) {
    super(head.size(), "The " + head.size() + " entries read have the root " + actual.rootHex()
        + ", but the log's head says " + head.rootHex()
        + "; do not use what this log tells before verify has named the position that does not fit");
    this.expected = head.rootHex();
    this.actual = actual.rootHex();
  }

  /** The root of the log's head when the replay began, as 64 hexadecimal digits. */
  public String expected() {
    return expected;
  }

  /** The root of what was read, as 64 hexadecimal digits. */
  public String actual() {
    return actual;
  }
}
