package org.communityledger.kernel;

/** Somebody who can act or receive: a person, a household or an organisation. */
public sealed interface Party extends Id permits PersonId, HouseholdId, OrgId {
  /**
   * Reads {@code person:…}, {@code household:…} or {@code org:…}, the text of a party's tag.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  static Party parse(String text) {
    Tag tag = Tag.parse(text);
    return switch (tag.key()) {
      case "person" -> new PersonId(tag.value());
      case "household" -> new HouseholdId(tag.value());
      case "org" -> new OrgId(tag.value());
      default -> throw new IllegalArgumentException(
          Texts.quote(text) + " is not a party: write person:<id>, household:<id> or org:<id>");
    };
  }
}
