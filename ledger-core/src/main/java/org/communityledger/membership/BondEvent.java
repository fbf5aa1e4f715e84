package org.communityledger.membership;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;

/** What happened to bonds. */
public sealed interface BondEvent extends Event {
  /** The bond. */
  BondId bond();

  /** What kind of bond. */
  String kind();

  /** Who supports. */
  Party sponsor();

  /** Who is supported. */
  Party supported();

  /**
   * Somebody supports somebody from here on.
   *
   * @param bond the bond
   * @param kind what kind of bond, a code word
   * @param sponsor who supports
   * @param supported who is supported
   * @param arrangedBy who brought them together
   * @param place where whoever did has its office, if anybody says
   * @param consent the event by which the supported consented; empty if it is an organisation
   * @param after the end of the bond the two had before, if they had one
   */
  record BondFormed(
      BondId bond,
      String kind,
      Party sponsor,
      Party supported,
      OrgId arrangedBy,
      Optional<PlaceId> place,
      Optional<EventId> consent,
      Optional<EventId> after) implements BondEvent, Locatable, NeedsCompensation {
    @Override
    public Id created() {
      return bond;
    }

    @Override
    public Optional<PlaceId> location() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return tagsOf(this, Stream.concat(consent.stream(), after.stream()));
    }
  }

  /**
   * The two were in contact.
   *
   * @param bond the bond
   * @param kind what kind of bond
   * @param sponsor who supports
   * @param supported who is supported
   * @param how a code word
   * @param note what was noted, sealed for the supported
   */
  record BondContactLogged(
      BondId bond,
      String kind,
      Party sponsor,
      Party supported,
      String how,
      Optional<Sealed<String>> note) implements BondEvent, Personal {
    @Override
    public SealedFor sealedFor(String member) {
      return Pair.notesOf(supported);
    }

    @Override
    public Set<Tag> tags() {
      return tagsOf(this, Stream.empty());
    }
  }

  /**
   * The bond ended.
   *
   * @param bond the bond
   * @param kind what kind of bond
   * @param sponsor who supported
   * @param supported who was supported
   * @param formed the event by which it was formed
   */
  record BondEnded(BondId bond, String kind, Party sponsor, Party supported, EventId formed) implements BondEvent {
    @Override
    public Set<Tag> tags() {
      return tagsOf(this, Stream.of(formed));
    }
  }

  private static Set<Tag> tagsOf(BondEvent event, Stream<EventId> grounds) {
    Set<Tag> tags = new HashSet<>();
    tags.add(event.bond().tag());
    tags.add(new Pair(event.kind(), event.sponsor(), event.supported()).tag());
    grounds.map(EventId::tag).forEach(tags::add);
    return Set.copyOf(tags);
  }
}
