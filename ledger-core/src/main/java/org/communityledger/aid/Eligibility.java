package org.communityledger.aid;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Texts;
import org.communityledger.parties.Registration;

/**
 * Who may have something, as far as registrations tell. Of a household it is enough if one member fits. In a programme whose
 * participants are known by surrogates nobody can be asked; whoever lets them in answers for it.
 *
 * @param descriptors the code words of which the person must be registered with one; everybody if there are none
 * @param over18 whether the person must be of age, or must not be; whoever's age is not recorded does not fit
 */
public record Eligibility(List<String> descriptors, Optional<Boolean> over18) {
  public Eligibility {
    descriptors = List.copyOf(descriptors);
    descriptors.forEach(it -> Texts.code("descriptor", it));
  }

  /** Persons registered with one of these code words, of any age. */
  public static Eligibility of(String... descriptors) {
    return new Eligibility(List.of(descriptors), Optional.empty());
  }

  boolean fits(Registration person) {
    return (descriptors.isEmpty() || person.descriptor().filter(descriptors::contains).isPresent())
        && (over18.isEmpty() || over18.equals(person.over18()));
  }
}
