package org.communityledger.projection.membership;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.Beginning;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingAdopted;
import org.communityledger.membership.StandingEnd;
import org.communityledger.membership.Stay;

/**
 * A standing as it stands.
 *
 * @param standing the standing
 * @param person whose it is
 * @param ladder the ladder it is on
 * @param org the organisation in which it is
 * @param applied whether it began with an application; otherwise the person came with it
 * @param steps the stages in order, the present one last
 * @param ending how it ended, if it did
 */
public record StandingRow(
    StandingId standing,
    PersonId person,
    LadderId ladder,
    OrgId org,
    boolean applied,
    List<Step> steps,
    Optional<Ending> ending) {
  public StandingRow {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A standing begins at some stage");
    }
  }

  /**
   * That a person came to a stage.
   *
   * @param stage the code of the stage
   * @param since when the person came to it, no more exact than stated
   * @param possibleFrom when the next stage is possible, by the version of the ladder that was used; empty if nothing is
   *   laid down
   * @param stayProven whether the dates leave no doubt that the person had stayed long enough at the stage before
   */
  public record Step(String stage, When since, Optional<When> possibleFrom, boolean stayProven) {
    private static Step of(String stage, When since, Optional<Stay> minStay, boolean stayProven) {
      return new Step(stage, since, minStay.map(it -> endOf(since, it)), stayProven);
    }

    private static When endOf(When since, Stay stay) {
      return new When(since.earliest().map(stay::endFrom), since.latest().map(stay::endFrom), Optional.empty(),
          Optional.empty(), since.inferred());
    }
  }

  /**
   * How a standing ended.
   *
   * @param how in which way
   * @param when when, no more exact than stated
   */
  public record Ending(StandingEnd how, When when) {}

  /**
   * The time a person spent at a stage and is no longer at.
   *
   * @param stage the code of the stage
   * @param from when the person came to it
   * @param to when the person left it, for the next or altogether
   * @param days the days between, an interval where the dates are inexact
   */
  public record StageStay(String stage, When from, When to, Span days) {}

  static StandingRow of(Beginning beginning, When occurred) {
    When since = switch (beginning) {
      case ApplicationSubmitted it -> occurred;
      case StandingAdopted it -> it.since();
    };
    return new StandingRow(beginning.standing(), beginning.person(), beginning.ladder(), beginning.org(),
        beginning instanceof ApplicationSubmitted,
        List.of(Step.of(beginning.stage(), since, beginning.minStay(), true)), Optional.empty());
  }

  StandingRow reaching(StageReached it, When occurred) {
    Step next = Step.of(it.to(), occurred, it.minStay(), it.stayProven());
    return new StandingRow(standing, person, ladder, org, applied,
        Stream.concat(steps.stream(), Stream.of(next)).toList(),
        ending);
  }

  StandingRow ended(StandingEnd how, When occurred) {
    return new StandingRow(standing, person, ladder, org, applied, steps, Optional.of(new Ending(how, occurred)));
  }

  /** Whether it has not ended. */
  public boolean isOpen() {
    return ending.isEmpty();
  }

  /** The code of the stage the person came to last. */
  public String stage() {
    return steps.getLast().stage();
  }

  /** When the person came to it. */
  public When since() {
    return steps.getLast().since();
  }

  /** When the next stage is possible; empty if the standing has ended or nothing is laid down. */
  public Optional<When> possibleFrom() {
    return steps.getLast().possibleFrom().filter(it -> isOpen());
  }

  /** The stages to which the person came from another, in order. */
  public List<Step> advances() {
    return steps.subList(1, steps.size());
  }

  /** The stays that are over, in order; at the last stage only once the standing has ended. */
  public List<StageStay> stays() {
    Stream<When> ends = Stream.concat(advances().stream().map(Step::since), ending.map(Ending::when).stream());
    List<When> left = ends.toList();
    return Stream.iterate(0, it -> it < left.size(), it -> it + 1)
        .map(it -> stay(steps.get(it), left.get(it))).toList();
  }

  private static StageStay stay(Step step, When left) {
    return new StageStay(step.stage(), step.since(), left, step.since().until(left));
  }
}
