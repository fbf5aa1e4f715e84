package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;

/**
 * Commands that are measured, mostly reports of a case each, and what must be recorded before them.
 *
 * @param registrations what the commands name
 * @param reports the commands that are measured
 */
record Reports(List<Submission> registrations, List<Submission> reports) {
  /** So many reports, the same for the same seed. */
  static Reports of(long seed, int size) {
    CaseHistories histories = new CaseHistories(seed);
    List<Submission> registrations = histories.registrations();
    EventId cause = new EventId(registrations.getFirst().header().command(), 0);
    return new Reports(registrations, histories.reports(size, cause));
  }

  /** Records everything in a new ledger and says how many commands a second that were. */
  double perSecond(Ledger ledger, Callers callers) throws Exception {
    registrations.forEach(it -> Callers.record(ledger, it));
    return Callers.perSecond(reports.size(), callers.nanosToRecord(ledger, reports));
  }
}
