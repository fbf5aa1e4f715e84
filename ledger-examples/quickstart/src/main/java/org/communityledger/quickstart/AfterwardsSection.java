package org.communityledger.quickstart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communityledger.ErasureReceipt;
import org.communityledger.Ledger;
import org.communityledger.Refused;
import org.communityledger.activities.ActivityCommand.RecordTally;
import org.communityledger.activities.Measures;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;

/** What comes in when the page is long printed: a late entry, a correction, an erasure. */
final class AfterwardsSection {
  private static final Instant SEPTEMBER = Instant.parse("2024-09-10T02:00:00Z");
  private static final LocalDate SEPTEMBER_10 = LocalDate.of(2024, 9, 10);
  private static final LocalDate PRINTED = LocalDate.of(2024, 8, 2);
  private static final Actor CLERK = Actor.of(new PersonId("clerk-02"), "clerk");
  private static final Actor CHIEF = Actor.of(new PersonId("chief-01"), "head of office");

  private final TwoLedgers ledgers;
  private final Ledger ledger;
  private final Page page;

  AfterwardsSection(TwoLedgers ledgers, Page page) {
    this.ledgers = ledgers;
    this.ledger = ledgers.itemised();
    this.page = page;
  }

  void print() throws Refused {
    page.title("Afterwards, in ITEMISED: entered late, corrected, erased", "事后（ITEMISED）：补录、更正、删除");
    ledgers.itIs(SEPTEMBER);
    AsOf published = AsOf.asKnown(ledger.reader().size() - 1);
    enterTheApplicationOfJune(published);
    correctTheLeaflets(published);
    eraseARider();
  }

  private void enterTheApplicationOfJune(AsOf published) throws Refused {
    record(CLERK, When.during(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30)),
        new Apply(new StandingId("standing-14"), new PersonId("rider-14"), new LadderId("membership"),
            new OrgId("riders-branch"), Sealed.of("application 14 (invented)")));
    String then = counted(published, "standings.everApplied");
    String now = counted(AsOf.asHappened(PRINTED), "standings.everApplied");
    page.line("an application of June comes in September: " + now + " had happened by 2 August, of which " + then
        + " were known then",
        "六月的申请九月补录：截至8月2日实有" + now + "，当时已知" + then);
  }

  private void correctTheLeaflets(AsOf published) throws Refused {
    EventId wrong = EventId.parse("item-s38-leaflets.0");
    ApprovalId approval = new ApprovalId("leaflets-approved");
    record(CHIEF, When.on(SEPTEMBER_10),
        new GiveApproval(approval, "records.RetractEvent", wrong.tag(), Optional.empty()));
    RecordTally right = RecordTally.of(new ActivityId("court-outreach"), Measures.MATERIALS, "leaflets",
        Tally.exact(240, Unit.COPY));
    record(CLERK, When.on(SEPTEMBER_10),
        new RetractEvent(wrong, approval, List.of(new Replacement(right, Optional.empty()))));
    String leaflets = "activities.materials{activity=court-outreach}";
    page.line("leaflets of the court are corrected: " + counted(AsOf.now(), leaflets)
        + "; the report of 2 August, issued again as known then: " + counted(published, leaflets),
        "更正法院宣传资料：" + counted(AsOf.now(), leaflets) + "；按当时所知重出8月2日的报表：" + counted(published, leaflets));
  }

  private void eraseARider() throws Refused {
    Tag rider = Tag.parse("person:rider-05");
    ApprovalId approval = new ApprovalId("erasure-approved");
    SortedMap<FigureKey, Figure> before = figures();
    record(CHIEF, When.on(SEPTEMBER_10), new GiveApproval(approval, "records.EraseSubject", rider, Optional.empty()));
    record(CLERK, When.on(SEPTEMBER_10), new EraseSubject(rider, "request", approval));
    ErasureReceipt receipt = ledger.personal().erasure(rider).orElseThrow();
    if (!figures().equals(before)) {
      throw new IllegalStateException("An erasure changed a figure");
    }
    page.line("rider-05 is erased: " + receipt.values() + " sealed values are destroyed, all " + before.size()
        + " figures stay as they were",
        "删除rider-05的个人信息：销毁" + receipt.values() + "个加密值，全部" + before.size() + "项指标不变");
  }

  private SortedMap<FigureKey, Figure> figures() {
    Views views = TwoLedgers.views(ledger);
    SortedMap<FigureKey, Figure> figures = new TreeMap<>();
    TwoLedgers.COUNTING.forEach(it -> figures.putAll(views.view(it).figures(FigurePattern.parse("*"))));
    return figures;
  }

  private String counted(AsOf moment, String pattern) {
    Views views = Replay.of(ledger.reader()).asOf(moment).run(TwoLedgers.COUNTING);
    return TwoLedgers.counted(views, pattern, page);
  }

  private void record(Actor actor, When when, Command command) throws Refused {
    ledger.recordOrThrow(command, ledger.header(actor, when, Source.of(Source.Kind.FIRST_HAND, "quickstart")));
  }
}
