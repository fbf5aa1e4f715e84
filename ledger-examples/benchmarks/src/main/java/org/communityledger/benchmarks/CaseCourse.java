package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.CaseOutcome;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;

/**
 * The course of one made-up case, in an order that the rules allow. Most cases take a dozen entries; some come back again
 * and again. Not thread-safe.
 */
final class CaseCourse implements Course {
  private static final int MOST_VISITS = 300;
  private static final Duration MINUTES = Duration.ofMinutes(20);
  private static final Duration HOURS = Duration.ofHours(8);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration DAYS = Duration.ofDays(3);
  private static final Duration WEEKS = Duration.ofDays(18);

  private final Chance chance;
  private final CaseFile file;
  private final Map<PlaceId, CaseId> accepted;
  private final Deque<Act> ahead = new ArrayDeque<>();

  /**
   * A case about to be reported.
   *
   * @param accepted the last case accepted at each place: a new one may turn out to be the same matter
   */
  CaseCourse(District district, Optional<Party> reporter, Map<PlaceId, CaseId> accepted) {
    this.chance = district.chance();
    this.file = new CaseFile(district, reporter);
    this.accepted = accepted;
    plan();
  }

  /** Something that happens after a while, if it can. */
  private record Act(Duration after, Supplier<Optional<Step>> step) {}

  @Override
  public Optional<Duration> pause() {
    return Optional.ofNullable(ahead.peek()).map(Act::after);
  }

  @Override
  public Optional<Step> step() {
    return ahead.remove().step().get();
  }

  private void plan() {
    then(MINUTES, file::reported);
    if (chance.happens(60)) {
      then(HOURS, file::declined);
      planReopening(100);
      return;
    }
    if (chance.happens(50)) {
      perhaps(HOURS, this::markDuplicate);
    }
    then(HOURS, this::accept);
    if (chance.happens(10)) {
      planApproval("records.RetractEvent", file::reportId);
      then(HOURS, file::reportCorrected);
    }
    if (file.report().kind() == CaseKind.QUERY) {
      CaseOutcome outcome = chance.happens(850) ? CaseOutcome.ANSWERED : CaseOutcome.REFERRED;
      then(DAYS, () -> file.closed(outcome));
    } else if (chance.happens(80)) {
      planGivingUp();
    } else {
      planWork();
    }
    planRating(300);
    planReopening(50);
  }

  private Optional<Step> markDuplicate() {
    CaseId of = accepted.get(file.report().place());
    if (of == null) {
      return Optional.empty();
    }
    if (chance.happens(250)) {
      ahead.addFirst(act(DAY, () -> Optional.of(file.duplicateUnmarked(of))));
    } else {
      ahead.clear();
    }
    return Optional.of(file.markedDuplicate(of));
  }

  private Step accept() {
    accepted.put(file.report().place(), file.id());
    return file.accepted();
  }

  private void planGivingUp() {
    CaseOutcome outcome = chance.oneOf(List.of(CaseOutcome.REFERRED, CaseOutcome.NOT_FIXED, CaseOutcome.WITHDRAWN));
    if (outcome == CaseOutcome.REFERRED) {
      then(DAYS, () -> file.closed(outcome));
    } else {
      planApproval("cases.CloseCase", file::id);
      then(HOURS, () -> file.closedAsApproved(outcome));
    }
  }

  private void planWork() {
    planVisits();
    if (file.report().severity() == Severity.HIGH || chance.happens(400)) {
      then(DAY, file::planAgreed);
    }
    if (chance.happens(60)) {
      planRest();
    }
    then(DAY, file::assigned);
    while (chance.happens(50)) {
      then(DAY, file::assignmentReturned);
      then(DAY, file::assigned);
    }
    if (chance.happens(600)) {
      then(DAY, file::workStarted);
    }
    if (chance.happens(80)) {
      planExtension();
    }
    planDoing();
    CaseOutcome outcome = chance.happens(850) ? CaseOutcome.FIXED : CaseOutcome.PARTLY_FIXED;
    then(DAY, () -> file.closed(outcome));
  }

  /** Mostly none or one; a few cases need somebody to come by for years. */
  private void planVisits() {
    int visits = chance.repetitions(MOST_VISITS);
    for (int i = 0; i < visits; i++) {
      then(DAYS, chance.happens(550) ? file::interimMeasureTaken : file::surveyRecorded);
      if (chance.happens(8)) {
        planApproval("records.RetractEvent", file::visit);
        then(HOURS, file::visitTakenBack);
      }
    }
  }

  /** Half of the suspensions are ended, half run out. */
  private void planRest() {
    int days = chance.between(10, 60);
    planApproval("cases.SuspendCase", file::id);
    then(HOURS, () -> file.suspended(days));
    if (chance.happens(500)) {
      ahead.add(new Act(Duration.ofDays(chance.between(1, days - 2)), () -> Optional.of(file.resumed())));
    } else {
      ahead.add(new Act(Duration.ofDays(days + 1L), () -> {
        file.rested();
        return Optional.empty();
      }));
    }
  }

  private void planExtension() {
    perhaps(HOURS, () -> {
      if (!file.isDue()) {
        return Optional.empty();
      }
      ahead.addFirst(act(HOURS, () -> Optional.of(file.deadlineExtended())));
      return Optional.of(file.approved("cases.ExtendDeadline", file.id()));
    });
  }

  private void planDoing() {
    then(DAYS, file::workCompleted);
    if (chance.happens(15)) {
      planApproval("records.RetractEvent", file::completion);
      then(HOURS, file::completionCorrected);
    }
    if (chance.happens(120)) {
      then(DAY, file::workRejected);
      planDoing();
    } else {
      then(DAY, file::workVerified);
    }
  }

  private void planRating(int inAThousand) {
    if (chance.happens(inAThousand)) {
      then(DAYS, file::rated);
    }
  }

  private void planReopening(int inAThousand) {
    if (chance.happens(inAThousand)) {
      then(WEEKS, file::reopened);
      planWork();
      planRating(100);
      planReopening(200);
    }
  }

  private void planApproval(String act, Supplier<? extends Id> target) {
    then(HOURS, () -> file.approved(act, target.get()));
  }

  private void then(Duration mean, Supplier<Step> step) {
    perhaps(mean, () -> Optional.of(step.get()));
  }

  private void perhaps(Duration mean, Supplier<Optional<Step>> step) {
    ahead.add(act(mean, step));
  }

  private Act act(Duration mean, Supplier<Optional<Step>> step) {
    return new Act(chance.about(mean), step);
  }
}
