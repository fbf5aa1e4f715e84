package org.communityledger.access;

import org.communityledger.decide.CommonRefusal.NotPermitted;

/** Something that is not a command was asked for and is not permitted: reading a restricted view, recording without rules. */
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient NotPermitted refusal;

  public AccessDenied(NotPermitted refusal) {
    super(refusal.name() + ": " + refusal.english());
    this.refusal = refusal;
  }

  /** The reason. */
  public NotPermitted refusal() {
    return refusal;
  }
}
