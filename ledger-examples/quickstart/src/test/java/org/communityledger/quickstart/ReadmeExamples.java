package org.communityledger.quickstart;

import java.nio.file.Path;
import java.time.LocalDate;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.LedgerSession;
import org.communityledger.access.Caller;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.sentences.Language;

/** The Java blocks of the README, to be compiled and run. */
final class ReadmeExamples {
  private ReadmeExamples() {}

  static void verifyTheWall(Path file) {
    try (Ledger ledger = Ledger.open(file)) {
      LedgerSession worker = ledger.as(Caller.of(new PersonId("worker-02"), "community worker")
          .within(new PlaceId("yunqiyuan")).actingFor(new OrgId("yunqiyuan-community")));
      Header header = worker.header(When.on(LocalDate.of(2024, 7, 19)), Source.of(Source.Kind.FORM, "F-12"));
      switch (worker.record(VerifyWork.of(new CaseId("wall"), true), header)) {
        case Outcome.Accepted accepted -> System.out.println("recorded at #" + accepted.receipt().entries());
        case Outcome.Refused refused -> System.out.println(refused.refusal().english() + " " + refused.causes());
      }
    }
  }

  static void readTheViews(Path file) {
    try (LedgerReader reader = Ledger.openReadOnly(file)) {
      Views views = Replay.of(reader).run(new CaseRegister());
      CaseRegister.in(views).doneButUnverified().forEach(row -> System.out.println(row.caseId()));
      Views inJuly = Replay.of(reader).asOf(AsOf.asHappened(LocalDate.of(2024, 7, 31))).run(new CaseRegister());
      System.out.println(inJuly.view(new CaseRegister()).sum(FigurePattern.parse("cases.open{kind=HAZARD}")));
      Replay.of(reader).row(new HazardFixHistory(), new CaseId("wall"))
          .ifPresent(history -> history.render(Language.ENGLISH).forEach(System.out::println));
      System.out.println(reader.verify().english());
    }
  }
}
