package org.communityledger.activities;

/** What sort of activity it is. */
public enum ActivityKind {
  OUTREACH("宣传活动"), LECTURE("讲座"), CLINIC("义诊"), CONTEST("比赛"), CEREMONY("仪式"), MEETING("会议"), VISIT("走访"), SURVEY(
      "调研"), TRAINING("培训"), FESTIVAL("节庆活动"), TOUR("参观"), OTHER("其他活动");

  private final String chinese;

  ActivityKind(String chinese) {
    this.chinese = chinese;
  }

  /** The kind's Chinese name. */
  public String chinese() {
    return chinese;
  }
}
