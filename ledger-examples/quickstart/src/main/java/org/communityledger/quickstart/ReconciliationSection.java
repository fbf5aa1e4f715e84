package org.communityledger.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.projection.AsOf;
import org.communityledger.projection.Replay;
import org.communityledger.projection.records.Reconciliation;
import org.communityledger.projection.records.Reconciliation.Line;
import org.communityledger.projection.records.Reconciliation.Statement;
import org.communityledger.projection.records.Reconciliation.Verdict;
import org.communityledger.records.Claim;

/** What the page says, held against what each ledger counts. */
final class ReconciliationSection {
  private final TwoLedgers ledgers;
  private final Page page;

  ReconciliationSection(TwoLedgers ledgers, Page page) {
    this.ledgers = ledgers;
    this.page = page;
  }

  void print() {
    page.title("Said by the page, and counted", "报纸所说与实际所记");
    Reconciliation press = reconciled(ledgers.press());
    Reconciliation itemised = reconciled(ledgers.itemised());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(page.in("figure", "指标"), page.in("said", "申报"), "PRESS", "", "ITEMISED", ""));
    for (Line line : said(press)) {
      Line other = said(itemised).stream().filter(it -> it.figure().equals(line.figure())).findFirst().orElseThrow();
      rows.add(List.of(FigureNames.of(line.figure(), page), claim(line.attestation().orElseThrow().value()),
          counted(line), word(line.verdict()), counted(other), word(other.verdict())));
    }
    page.table(rows);
    List<String> statements = press.statements().stream().map(ReconciliationSection::words).toList();
    page.line("said without a number, counted nowhere: " + String.join(", ", statements),
        "只有说法、没有数字，不予计数：" + String.join("、", statements));
  }

  private static Reconciliation reconciled(Ledger ledger) {
    return Reconciliation.of(Replay.of(ledger.reader()), new AsOf.Knowledge.Head(), TwoLedgers.COUNTING);
  }

  private static List<Line> said(Reconciliation reconciliation) {
    return reconciliation.lines().stream().filter(it -> it.attestation().isPresent()).toList();
  }

  private static String words(Statement statement) {
    return statement.attestation().value().statement().orElseThrow();
  }

  private String claim(Claim claim) {
    return claim.amount().map(it -> page.sentences().amount(it))
        .or(() -> claim.ratio().map(page::of)).orElseThrow();
  }

  private String counted(Line line) {
    return Optional.of(line).filter(it -> it.verdict() != Verdict.UNCOUNTED).flatMap(Line::counted).map(page::figure)
        .orElse("-");
  }

  private String word(Verdict verdict) {
    return page.in(verdict.name(), switch (verdict) {
      case AGREES -> "相符";
      case SHORT -> "不足";
      case OVER -> "超出";
      case UNCOUNTED -> "未实记";
      case UNATTESTED -> "无申报";
    });
  }
}
