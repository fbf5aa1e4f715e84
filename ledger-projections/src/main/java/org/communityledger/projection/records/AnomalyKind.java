package org.communityledger.projection.records;

/** What needs a second look. */
public enum AnomalyKind {
  /** A name was taken to stand for something, and nobody confirmed it. */
  ALIAS_UNCONFIRMED("AliasUnconfirmed"),
  /** The source cuts the name of an organisation off or leaves it out. */
  NAME_INCOMPLETE("NameIncomplete");

  private final String word;

  AnomalyKind(String word) {
    this.word = word;
  }

  /** Its name, as figures have it: {@code AliasUnconfirmed}. */
  public String word() {
    return word;
  }
}
