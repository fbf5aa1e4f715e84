package org.communityledger.aid;

import java.util.Optional;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Texts;

/**
 * What somebody consents to: to take part in a programme, or to be bound to somebody in a kind of bond.
 *
 * @param programme the programme, if it is one
 * @param bondKind otherwise the kind of bond, a code word
 */
public record ConsentMatter(Optional<ProgrammeId> programme, Optional<String> bondKind) {
  public ConsentMatter {
    if (programme.isPresent() == bondKind.isPresent()) {
      throw new IllegalArgumentException("A consent is to a programme or to a kind of bond: name one of them");
    }
    bondKind.ifPresent(it -> Texts.code("bondKind", it));
  }

  /** To take part in a programme. */
  public static ConsentMatter of(ProgrammeId programme) {
    return new ConsentMatter(Optional.of(programme), Optional.empty());
  }

  /** To be bound in bonds of a kind. */
  public static ConsentMatter ofBond(String kind) {
    return new ConsentMatter(Optional.empty(), Optional.of(kind));
  }

  /** Under which the consents of a party are found. */
  Tag tag(Party party) {
    return new Tag("consent", this + ":" + party.tag());
  }

  /** The programme's id or the kind of bond. */
  @Override
  public String toString() {
    return programme.map(ProgrammeId::value).or(() -> bondKind).orElseThrow();
  }
}
