package org.communityledger.membership;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Locatable;
import org.communityledger.kernel.NeedsCompensation;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;

/** What happened to honours. */
public sealed interface HonourEvent extends Event {
  /** The honour. */
  HonourId honour();

  /**
   * Somebody has an honour from here on.
   *
   * @param honour the honour
   * @param title what for, a code word
   * @param to who is honoured
   * @param by who honours
   * @param form in which form, a code word
   * @param place where whoever honours has its office, if anybody says
   * @param after the event that took the title back before, if one did
   */
  record HonourGranted(
      HonourId honour,
      String title,
      Party to,
      Party by,
      String form,
      Optional<PlaceId> place,
      Optional<EventId> after) implements HonourEvent, Locatable, NeedsCompensation {
    @Override
    public Id created() {
      return honour;
    }

    @Override
    public Optional<PlaceId> location() {
      return place;
    }

    @Override
    public Set<Tag> tags() {
      return tagsOf(honour, title, to, after);
    }
  }

  /**
   * The honour was taken back.
   *
   * @param honour the honour
   * @param title what it was for
   * @param to who had it
   * @param granted the event by which it was granted
   */
  record HonourRevoked(HonourId honour, String title, Party to, EventId granted) implements HonourEvent {
    @Override
    public Set<Tag> tags() {
      return tagsOf(honour, title, to, Optional.of(granted));
    }
  }

  private static Set<Tag> tagsOf(HonourId honour, String title, Party to, Optional<EventId> ground) {
    Set<Tag> tags = new HashSet<>(Set.of(honour.tag(), new Title(title, to).tag()));
    ground.ifPresent(it -> tags.add(it.tag()));
    return Set.copyOf(tags);
  }
}
