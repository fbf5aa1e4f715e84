package org.communityledger.activities;

/** As what somebody took part. */
public enum ParticipantRole {
  ATTENDEE("参加者"), PRESENTER("主讲人"), CONTESTANT("参赛者"), STAFF("工作人员"), VOLUNTEER("志愿者");

  private final String chinese;

  ParticipantRole(String chinese) {
    this.chinese = chinese;
  }

  /** The role's Chinese name. */
  public String chinese() {
    return chinese;
  }
}
