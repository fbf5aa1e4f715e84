package org.communityledger.decide;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;

/**
 * An event a decision wants recorded.
 *
 * @param event the fact
 * @param header the header it is recorded with
 * @param corrects the event in whose place it stands, if it is a correction
 * @param about whom or what the command's sealed values are about
 */
public record Proposal(Event event, Header header, Optional<EventId> corrects, Set<SealedFor> about) {
  public Proposal {
    about = Set.copyOf(about);
  }

  /**
   * Everything the event is found by, in order of text: the tags of the fact, of the events the header cites, and of the
   * subjects of sealed values.
   */
  public Set<Tag> tags() {
    SortedMap<String, Tag> byText = new TreeMap<>(); // so that each text is put together once, not at every comparison
    event.tags().forEach(it -> byText.put(it.toString(), it));
    corrects.map(EventId::tag).ifPresent(it -> byText.put(it.toString(), it));
    header.causation().map(EventId::tag).ifPresent(it -> byText.put(it.toString(), it));
    about.forEach(it -> byText.put(it.tag().toString(), it.tag()));
    return new LinkedHashSet<>(byText.values());
  }
}
