package org.communityledger.log;

/** Something was decided on what was staged, and that could not be stored; read and decide again. */
public final class Unsettled extends LogException {
  private static final long serialVersionUID = 1;

  public Unsettled() {
    super("The entries this was decided on could not be stored; read and decide again");
  }
}
