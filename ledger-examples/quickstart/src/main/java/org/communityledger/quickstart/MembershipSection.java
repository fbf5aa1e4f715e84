package org.communityledger.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.projection.Views;

/** Who applied, who advanced, who founded, who supports whom. */
final class MembershipSection {
  private final TwoLedgers ledgers;
  private final Page page;

  MembershipSection(TwoLedgers ledgers, Page page) {
    this.ledgers = ledgers;
    this.page = page;
  }

  void print() {
    page.title("Membership", "成员");
    Views press = TwoLedgers.views(ledgers.press());
    Views itemised = TwoLedgers.views(ledgers.itemised());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "PRESS", "ITEMISED"));
    rows.add(row("applications ever", "入党申请（累计）", "standings.everApplied", press, itemised));
    rows.add(row("applicants now", "现有申请人", "standings.current{org=riders-branch,stage=applicant}", press, itemised));
    rows.add(row("activists now", "现有积极分子", "standings.current{stage=activist}", press, itemised));
    rows.add(row("branches", "党支部", "orgs.branches", press, itemised));
    rows.add(row("advisers", "党建指导员", "appointments.open{role=adviser}", press, itemised));
    rows.add(row("paired families", "结对家庭", "bonds.open{kind=family-pairing}", press, itemised));
    rows.add(row("plaques", "牌匾", "honours.inForce{form=plaque}", press, itemised));
    page.table(rows);
  }

  private List<String> row(String english, String chinese, String pattern, Views press, Views itemised) {
    return List.of(page.in(english, chinese), TwoLedgers.counted(press, pattern, page),
        TwoLedgers.counted(itemised, pattern, page));
  }
}
