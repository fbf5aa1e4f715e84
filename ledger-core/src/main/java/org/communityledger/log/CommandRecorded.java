package org.communityledger.log;

/** An append carries a command id that is already recorded; look its decision up instead. */
public final class CommandRecorded extends LogException {
  private static final long serialVersionUID = 1;

  public CommandRecorded(String commandId) {
    super("Command " + commandId + " is already recorded; look its decision up");
  }
}
