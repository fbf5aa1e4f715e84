package org.communityledger.cases;

/** What sort of matter a case is. */
public enum CaseKind {
  HAZARD("隐患"), NEED("需求"), APPEAL("诉求"), QUERY("咨询");

  private final String chinese;

  CaseKind(String chinese) {
    this.chinese = chinese;
  }

  /** The Chinese word. */
  public String chinese() {
    return chinese;
  }
}
