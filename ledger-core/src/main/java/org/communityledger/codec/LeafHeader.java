package org.communityledger.codec;

import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;

/** A header as it stands in a leaf, in this order. */
record LeafHeader(
    CommandId command,
    Actor actor,
    When occurred,
    Source source,
    Optional<Sealed<String>> reason,
    Optional<String> correlation,
    Optional<EventId> causation,
    Optional<EventId> corrects,
    Optional<Irregular> irregular) {
  static LeafHeader of(Header header, Optional<EventId> corrects) {
    return new LeafHeader(header.command(), header.actor(), header.occurred(), header.source(), header.reason(),
        header.correlation(),
        header.causation(), corrects, header.irregular());
  }

  Header header() {
    return new Header(command, actor, occurred, source, reason, correlation, causation, irregular, Optional.empty());
  }
}
