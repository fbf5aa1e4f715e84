package org.communityledger.log;

/** An append lost a race: something it depends on was appended after it had read. Read and decide again. */
public final class AppendConflict extends LogException {
  private static final long serialVersionUID = 1;

  private final long position;

  public AppendConflict(String commandId, long position, String type, long from) {
    super("Command " + commandId + " was decided on what stood before #" + from + ", but " + type
        + " came in between at #"
        + position + "; read and decide again");
    this.position = position;
  }

  /** The position of an entry that came in between. */
  public long position() {
    return position;
  }
}
