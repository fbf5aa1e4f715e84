package org.communityledger.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Unknown.UnknownLadder;
import org.communityledger.membership.MembershipEvent.LadderDefined;

/**
 * A ladder as it stands.
 *
 * @param id the ladder
 * @param versions its versions, by number
 */
record Ladder(LadderId id, Map<Integer, Version> versions) {
  /** A version, and the event that defined it. */
  record Version(LadderDefined definition, EventId event, long position) {
    int number() {
      return definition.version();
    }

    LadderStage first() {
      return definition.stages().getFirst();
    }

    boolean isLast(String stage) {
      return definition.stages().getLast().code().equals(stage);
    }

    Optional<LadderStage> stage(String code) {
      return definition.stages().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The stage that follows; empty after the last one, and after one this version does not have. */
    Optional<LadderStage> after(String code) {
      List<LadderStage> stages = definition.stages();
      return stages.stream().dropWhile(it -> !it.code().equals(code)).skip(1).findFirst();
    }
  }

  static Reading<Ladder> reading(LadderId id) {
    return Reading.of(selection(id), undefined(id), Ladder::evolve);
  }

  static Ladder undefined(LadderId id) {
    return new Ladder(id, Map.of());
  }

  private static Selection selection(LadderId id) {
    return Selection.of(id.tag(), LadderDefined.class);
  }

  private static Ladder evolve(Ladder before, RecordedEvent recorded) {
    if (!(recorded.event() instanceof LadderDefined it)) {
      return before;
    }
    Map<Integer, Version> now = new HashMap<>(before.versions);
    now.put(it.version(), new Version(it, recorded.id(), recorded.position()));
    return new Ladder(before.id, Map.copyOf(now));
  }

  /** The highest version. */
  Optional<Version> inForce() {
    return versions.values().stream().max((one, other) -> Integer.compare(one.number(), other.number()));
  }

  /** Whether the stage is the last one of the version by which it was reached. */
  boolean isLast(Standing.Step step) {
    return Optional.ofNullable(versions.get(step.ladderVersion())).filter(it -> it.isLast(step.stage())).isPresent();
  }

  Decision refuseUnknown() {
    return Decision.refuseAbsent(new UnknownLadder(id), selection(id));
  }
}
