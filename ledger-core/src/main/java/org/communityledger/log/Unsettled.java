package org.communityledger.log;

/** Something was decided on what was staged, and that is not stored after all; read and decide again. */
public final class Unsettled extends LogException {
  private static final long serialVersionUID = 1;

  public Unsettled() {
    super("The entries this was decided on are not stored after all; read and decide again");
  }
}
