package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Tag;

/**
 * What is to be asked in one matter, one thing after the other, each a while after the one before. What comes can be
 * added, brought forward or called off while it goes on. Not thread-safe.
 */
final class Agenda implements Course {
  static final Duration MINUTES = Duration.ofMinutes(20);
  static final Duration HOURS = Duration.ofHours(8);
  static final Duration DAY = Duration.ofDays(1);
  static final Duration DAYS = Duration.ofDays(3);
  static final Duration WEEKS = Duration.ofDays(18);
  static final Duration MONTHS = Duration.ofDays(120);

  private final District district;
  private final Chance chance;
  private final Deque<Act> ahead = new ArrayDeque<>();

  Agenda(District district) {
    this.district = district;
    this.chance = district.chance();
  }

  /** Something that happens after a while, if it can. */
  private record Act(Duration after, Supplier<Optional<Asked>> step) {}

  @Override
  public Optional<Duration> pause() {
    return Optional.ofNullable(ahead.peek()).map(Act::after);
  }

  @Override
  public Optional<Asked> step() {
    return ahead.remove().step().get();
  }

  /** At the end, after so long on average. */
  void then(Duration mean, Supplier<Asked> step) {
    perhaps(mean, () -> Optional.of(step.get()));
  }

  /** At the end, if it turns out to be possible. */
  void perhaps(Duration mean, Supplier<Optional<Asked>> step) {
    ahead.add(new Act(chance.about(mean), step));
  }

  /** At the end, after exactly so long. */
  void after(Duration exactly, Supplier<Optional<Asked>> step) {
    ahead.add(new Act(exactly, step));
  }

  /** Before all that is ahead. */
  void first(Duration mean, Supplier<Asked> step) {
    firstPerhaps(mean, () -> Optional.of(step.get()));
  }

  /** Before all that is ahead, if it turns out to be possible. */
  void firstPerhaps(Duration mean, Supplier<Optional<Asked>> step) {
    ahead.addFirst(new Act(chance.about(mean), step));
  }

  /** At the end, first the approval of an act on a target, then the act that cites it. */
  void approved(Duration mean, String act, Supplier<Tag> target, Function<ApprovalId, Asked> citing) {
    ApprovalId approval = new ApprovalId(district.nextId());
    then(HOURS, () -> district.approves(approval, act, target.get()));
    then(mean, () -> citing.apply(approval));
  }

  /** Nothing comes any more. */
  void callOff() {
    ahead.clear();
  }
}
