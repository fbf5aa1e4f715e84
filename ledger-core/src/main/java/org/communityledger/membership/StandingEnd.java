package org.communityledger.membership;

/** How a standing can end. */
public enum StandingEnd {
  REJECTED("rejected", "未获批准"), WITHDRAWN("withdrawn", "已撤回"), ENDED("ended", "已终止");

  private final String english;
  private final String chinese;

  StandingEnd(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** The word in English: {@code rejected}. */
  public String english() {
    return english;
  }

  /** The word in Chinese: {@code 未获批准}. */
  public String chinese() {
    return chinese;
  }
}
