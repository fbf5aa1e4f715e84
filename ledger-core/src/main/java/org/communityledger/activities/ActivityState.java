package org.communityledger.activities;

/** How far an activity has come. */
public enum ActivityState {
  PLANNED("已计划"), HELD("已举办"), CANCELLED("已取消"), CLOSED("已结束");

  private final String chinese;

  ActivityState(String chinese) {
    this.chinese = chinese;
  }

  /** The state's Chinese name. */
  public String chinese() {
    return chinese;
  }

  /** Whether it took place; what is closed was held. */
  public boolean isHeld() {
    return this == HELD || this == CLOSED;
  }
}
