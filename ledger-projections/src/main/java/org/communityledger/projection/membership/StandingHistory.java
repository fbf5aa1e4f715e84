package org.communityledger.projection.membership;

import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.StandingId;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * The history of each standing, from the application to the end: every event, those taken back struck out. Talks and
 * evidence say more of a person than the stage does, so that it takes a permission to see them.
 */
public final class StandingHistory implements Projection<StandingId, StandingTimeline> {
  @Override
  public String name() {
    return "membership.StandingHistory";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<StandingId> keyType() {
    return StandingId.class;
  }

  @Override
  public Class<StandingTimeline> rowType() {
    return StandingTimeline.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(OfStanding.class);
  }

  @Override
  public Set<StandingId> keys(RecordedEvent recorded) {
    return Set.of(((OfStanding) recorded.event()).standing());
  }

  @Override
  public Optional<StandingTimeline> apply(StandingId key, Optional<StandingTimeline> row, Happening happening) {
    return Optional.of(row.orElseGet(() -> StandingTimeline.of(key)).with(happening));
  }

  @Override
  public boolean showsStruckOut() {
    return true;
  }

  @Override
  public Optional<String> restrictedTo() {
    return Optional.of("membership.StandingHistory");
  }
}
