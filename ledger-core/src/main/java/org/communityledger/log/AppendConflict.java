package org.communityledger.log;

/** An append lost a race: something it depends on was appended after it had read. Read and decide again. */
public final class AppendConflict extends LogException {
  private static final long serialVersionUID = 1;

  private final long position;
  private final transient AppendCondition condition;

  public AppendConflict(String commandId, long position, String type, AppendCondition condition) {
    super("Command " + commandId + " was decided on what stood before #" + condition.from() + ", but " + type
        + " came in between at #"
        + position + "; read and decide again");
    this.position = position;
    this.condition = condition;
  }

  /** The position of an entry that came in between. */
  public long position() {
    return position;
  }

  /** The condition that does not hold. */
  public AppendCondition condition() {
    return condition;
  }
}
