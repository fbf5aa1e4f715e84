package org.communityledger.decide;

import java.util.Collection;
import java.util.Optional;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.SealedFor;

/** Whether subjects may still have personal values: read with every command that brings some. */
public final class Erasures {
  private Erasures() {}

  /** The first request to erase one of the subjects, if there is one. */
  public static Reading<Optional<RecordedEvent>> requested(Collection<SealedFor> about) {
    Selection erasures = about.stream().map(it -> Selection.of(it.tag(), Erasure.class)).distinct()
        .reduce(Selection::or).orElseThrow();
    return Reading.of(erasures, Optional.empty(), (found, event) -> found.isPresent() ? found : Optional.of(event));
  }

  static Reading<Optional<Decision>> objection(Collection<SealedFor> about) {
    return requested(about).map(found -> found.map(
        it -> Decision.refuse(new AlreadyErased(((Erasure) it.event()).subject()), it.position())));
  }
}
