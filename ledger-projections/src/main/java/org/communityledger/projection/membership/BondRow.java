package org.communityledger.projection.membership;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.When;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.projection.Happening;

/**
 * A bond as it stands. What is noted of contacts is sealed and not in it.
 *
 * @param bond the bond
 * @param kind what kind of bond
 * @param sponsor who supports
 * @param supported who is supported
 * @param arrangedBy who brought them together
 * @param formed when, no more exact than stated
 * @param ended when it ended, if it did
 * @param contacts how many contacts were logged
 * @param lastContact the last of them; of inexact dates the one that may be the latest
 * @param position the position of the last event about it
 */
public record BondRow(
    BondId bond,
    String kind,
    Party sponsor,
    Party supported,
    OrgId arrangedBy,
    When formed,
    Optional<When> ended,
    long contacts,
    Optional<When> lastContact,
    long position) {
  static BondRow of(BondFormed it, Happening happening) {
    return new BondRow(it.bond(), it.kind(), it.sponsor(), it.supported(), it.arrangedBy(), bounded(happening),
        Optional.empty(), 0, Optional.empty(), happening.recorded().position());
  }

  BondRow inContact(Happening happening) {
    When contact = bounded(happening);
    When last = lastContact.filter(it -> latest(it).isAfter(latest(contact))).orElse(contact);
    return new BondRow(bond, kind, sponsor, supported, arrangedBy, formed, ended, contacts + 1, Optional.of(last),
        Math.max(position, happening.recorded().position()));
  }

  BondRow ended(Happening happening) {
    return new BondRow(bond, kind, sponsor, supported, arrangedBy, formed, Optional.of(bounded(happening)), contacts,
        lastContact, Math.max(position, happening.recorded().position()));
  }

  /** What has no last possible day was not later than it was recorded. */
  private static When bounded(Happening happening) {
    When when = happening.occurred();
    return when.latest().isPresent() || when.isSurelyAfter(happening.recordedOn())
        ? when
        : new When(when.earliest(), Optional.of(happening.recordedOn()), when.instant(), when.asStated(),
            when.inferred());
  }

  private static LocalDate latest(When when) {
    return when.latest().orElse(LocalDate.MAX);
  }

  public boolean isOpen() {
    return ended.isEmpty();
  }

  /** How many days on that day the two were not in contact: since the last one, or else since the bond was formed. */
  public Span silent(LocalDate day) {
    return lastContact.orElse(formed).until(When.on(day));
  }
}
