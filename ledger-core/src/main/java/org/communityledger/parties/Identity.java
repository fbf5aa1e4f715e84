package org.communityledger.parties;

import java.util.Optional;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.When;

/**
 * Who a person is, as far as it is recorded. Identifying throughout, so it is only ever sealed; its text tells nothing.
 * Immutable.
 *
 * @param name the name
 * @param idNumber the number of an identity document
 * @param birthDate the date of birth, no more exact than the source
 * @param sex the sex, as the document has it
 * @param address where the person lives
 * @param contact how to reach the person
 */
public record Identity(
    Optional<String> name,
    Optional<String> idNumber,
    Optional<When> birthDate,
    Optional<String> sex,
    Optional<String> address,
    Optional<String> contact) {
  public Identity {
    name.ifPresent(it -> Texts.check("name", it, 100));
    idNumber.ifPresent(it -> Texts.check("idNumber", it, 60));
    sex.ifPresent(it -> Texts.check("sex", it, 20));
    address.ifPresent(it -> Texts.check("address", it, 300));
    contact.ifPresent(it -> Texts.check("contact", it, 200));
  }

  /** An identity of which only the name is recorded. */
  public static Identity named(String name) {
    return new Identity(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty());
  }

  static SealedFor of(PersonId person) {
    return SealedFor.of(person, "IDENTITY");
  }

  @Override
  public String toString() {
    return "Identity";
  }
}
