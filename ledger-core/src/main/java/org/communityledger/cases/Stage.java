package org.communityledger.cases;

/** Where a case stands. */
public enum Stage {
  REPORTED("上报"), ACCEPTED("立案"), ASSIGNED("派遣"), WORKING("处置"), DONE("待核查"), VERIFIED("已核查"), CLOSED("结案"), DECLINED(
      "不予立案"), DUPLICATE("重复"), SUSPENDED("挂账");

  private final String chinese;

  Stage(String chinese) {
    this.chinese = chinese;
  }

  /** The Chinese word. */
  public String chinese() {
    return chinese;
  }
}
