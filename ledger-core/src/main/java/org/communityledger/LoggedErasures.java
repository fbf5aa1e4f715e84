package org.communityledger;

import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;
import org.communityledger.log.EntryLog;
import org.communityledger.seal.RecordedErasures;

/** Erasures as the log has them, looked up one by one. Safe for many threads. */
record LoggedErasures(EntryLog log, EventCodec codec) implements RecordedErasures {
  @Override
  public boolean isRecorded(EventId request, Tag subject) {
    return new LoggedHistory(log, codec).find(request)
        .filter(it -> it.event() instanceof Erasure erasure && erasure.subject().equals(subject)).isPresent();
  }
}
