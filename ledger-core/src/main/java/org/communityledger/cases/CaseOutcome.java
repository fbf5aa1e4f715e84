package org.communityledger.cases;

/** How a case ended. Closed is not fixed. */
public enum CaseOutcome {
  FIXED("已解决"), PARTLY_FIXED("部分解决"), ANSWERED("已答复"), NOT_FIXED("未解决"), REFERRED("已转交"), WITHDRAWN("已撤回");

  private final String chinese;

  CaseOutcome(String chinese) {
    this.chinese = chinese;
  }

  /** The Chinese word. */
  public String chinese() {
    return chinese;
  }

  /** Whether it says that something was mended, which somebody else must have verified. */
  boolean needsVerification() {
    return this == FIXED || this == PARTLY_FIXED;
  }

  /** Whether it leaves the matter as it was, so that one has to say why. */
  boolean needsReason() {
    return this == NOT_FIXED || this == WITHDRAWN;
  }

  /** Whether it leaves the matter as it was, which somebody else must approve. */
  boolean needsApproval() {
    return this == NOT_FIXED || this == WITHDRAWN;
  }
}
