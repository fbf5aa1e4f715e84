package org.communityledger;

import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;
import org.communityledger.seal.RecordedErasures;

/** Erasures as the log has them, looked up one by one. Safe for many threads. */
record LoggedErasures(EntryLog log, EventCodec codec) implements RecordedErasures {
  @Override
  public boolean isRecorded(EventId request, Tag subject) {
    return log.decision(request.command().value())
        .filter(it -> request.number() < it.count())
        .map(it -> it.first() + request.number())
        .filter(it -> it < log.size())
        .map(it -> codec.decodeCarryingUnknown(log.read(Query.all(), it, it + 1, 1).getFirst()))
        .filter(it -> it.id().equals(request) && it.event() instanceof Erasure erasure
            && erasure.subject().equals(subject))
        .isPresent();
  }
}
