package org.communityledger;

import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;
import org.communityledger.seal.RecordedErasures;

/** Requests to forget somebody, as the log has them. */
record LoggedErasures(EntryLog log, EventCodec codec) implements RecordedErasures {
  @Override
  public boolean isRecorded(EventId request, Tag subject) {
    return log.decision(request.command().value()).filter(it -> request.number() < it.count())
        .map(it -> log.read(Query.all(), it.first() + request.number(), log.size(), 1).getFirst())
        .map(codec::decodeCarryingUnknown)
        .filter(it -> it.event() instanceof Erasure erasure && erasure.subject().equals(subject)).isPresent();
  }
}
