package org.communityledger.quickstart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.communityledger.Ledger;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;

/** Who fixed it, and who verified the fix. */
final class HazardSection {
  private static final CaseId WALL = new CaseId("wall");

  private final TwoLedgers ledgers;
  private final Page page;

  HazardSection(TwoLedgers ledgers, Page page) {
    this.ledgers = ledgers;
    this.page = page;
  }

  void print() {
    page.title("Hazards and needs: done, and verified by somebody else", "隐患与需求：完工，并由他人核查");
    Views press = TwoLedgers.views(ledgers.press());
    Views itemised = TwoLedgers.views(ledgers.itemised());
    Map<String, CaseRow> other = new TreeMap<>();
    CaseRegister.in(itemised).all().forEach(it -> other.put(it.caseId().value(), it));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(page.in("case", "事项"), page.in("what", "类别"), page.in("doer", "处置方"), "PRESS", "ITEMISED"));
    for (CaseRow row : CaseRegister.in(press).all()) {
      CaseRow there = other.getOrDefault(row.caseId().value(), row);
      rows.add(List.of(row.caseId().value(), what(row), row.doer().map(it -> it.value()).orElse("-"), standing(row),
          standing(there)));
    }
    rows.add(List.of(page.in("hazards done but unverified", "隐患：完工未核查"), "", "",
        TwoLedgers.counted(press, "cases.doneUnverified{kind=HAZARD}", page),
        TwoLedgers.counted(itemised, "cases.doneUnverified{kind=HAZARD}", page)));
    page.table(rows);
    letTheContractorVerify(ledgers.press());
  }

  private String what(CaseRow row) {
    return page.in(row.kind().name().toLowerCase(Locale.ROOT), row.kind().chinese()) + " " + row.category();
  }

  private String standing(CaseRow row) {
    if (row.isDoneButUnverified()) {
      return page.in("done but unverified", "完工未核查");
    }
    String state = row.outcome()
        .map(it -> page.in(it.name().toLowerCase(Locale.ROOT).replace('_', ' '), it.chinese()))
        .orElseGet(() -> page.sentences().stage(row.stage()));
    return row.verifier().map(it -> page.in(state + ", verifier ", state + "，核查人") + it.who().value()).orElse(state);
  }

  private void letTheContractorVerify(Ledger ledger) {
    Actor foreman = Actor.of(new PersonId("guodong-foreman"), "contractor").onBehalfOf(new OrgId("guodong"));
    Outcome outcome = ledger.record(VerifyWork.of(WALL, true), ledger.header(foreman,
        When.on(LocalDate.of(2024, 8, 2)), Source.of(Source.Kind.FIRST_HAND, "quickstart")));
    if (outcome instanceof Outcome.Refused refused) {
      page.line("the contractor verifies its own work: refused: " + refused.refusal().english(),
          "施工方自行核查：拒绝：" + refused.refusal().chinese());
      for (long cause : refused.causes()) {
        String sentence = page.sentences().of(ledger.reader().event(cause));
        page.line("  because of #" + cause + ": " + sentence, "  依据 #" + cause + "：" + sentence);
      }
    } else {
      throw new IllegalStateException("The contractor verified its own work: " + outcome);
    }
  }
}
