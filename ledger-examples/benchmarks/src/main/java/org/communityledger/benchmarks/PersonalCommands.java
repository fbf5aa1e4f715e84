package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.OrgId;

/** Commands that tell personal values, and the same commands without. The same seed gives the same commands. */
final class PersonalCommands {
  private static final int CASES = 200;
  private static final OrgId OWNER = new OrgId("works-1");

  private final long seed;
  private final int size;
  private final boolean telling;

  /** So many commands that tell something, or do not. */
  PersonalCommands(long seed, int size, boolean telling) {
    this.seed = seed;
    this.size = size;
    this.telling = telling;
  }

  /** Reports with a narrative and photos, each of a case of its own: two values under a key that is new. */
  Reports reports() {
    Reports plain = Reports.of(seed, size);
    PersonalWords words = new PersonalWords(new Chance(seed));
    return telling
        ? new Reports(plain.registrations(), plain.reports().stream().map(it -> told(it, words)).toList())
        : plain;
  }

  private static Submission told(Submission report, PersonalWords words) {
    ReportCase it = (ReportCase) report.command();
    return new Submission(new ReportCase(it.caseId(), it.kind(), it.category(), it.place(), it.extent(), it.severity(),
        words.narrative(), it.reporter(), it.channel(), words.photos(), it.affects()), report.header());
  }

  /** Surveys with findings, all of the same few cases: one value under a key that is there. */
  Reports surveys() {
    CaseHistories histories = new CaseHistories(seed);
    List<Submission> before = new ArrayList<>(histories.registrations());
    EventId cause = new EventId(before.getFirst().header().command(), 0);
    List<CaseId> cases = new ArrayList<>();
    for (Submission report : histories.reports(CASES, cause)) {
      cases.add(((ReportCase) report.command()).caseId());
      before.add(report);
    }
    for (Submission each : histories.reports(CASES, cause)) {
      before.add(new Submission(new AcceptCase(cases.get(before.size() % CASES), OWNER, Optional.empty()),
          each.header()));
    }
    PersonalWords words = new PersonalWords(new Chance(seed));
    List<Submission> surveys = new ArrayList<>(size);
    for (Submission each : histories.reports(size, cause)) {
      CaseId surveyed = cases.get(surveys.size() % CASES);
      surveys.add(new Submission(telling
          ? new RecordSurvey(surveyed, words.narrative())
          : RecordSurvey.of(surveyed), each.header()));
    }
    return new Reports(before, surveys);
  }
}
