package org.communityledger.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.projection.Views;

/** What was given, to how many, and what is left. */
final class AidSection {
  private final TwoLedgers ledgers;
  private final Page page;

  AidSection(TwoLedgers ledgers, Page page) {
    this.ledgers = ledgers;
    this.page = page;
  }

  void print() {
    page.title("Aid: entitled, delivered, how many persons", "帮扶：应发、实发、人数");
    Views press = TwoLedgers.views(ledgers.press());
    Views itemised = TwoLedgers.views(ledgers.itemised());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "PRESS", "ITEMISED"));
    rows.add(row("programmes", "项目", "aid.programmes", press, itemised));
    rows.add(row("summer kit: kinds of things", "夏日礼包：物品种类", "aid.kindsOfItems{programme=summer-kit}", press,
        itemised));
    rows.add(row("summer kit: riders", "夏日礼包：骑手", "aid.served{programme=summer-kit}", press, itemised));
    rows.add(row("summer kit: left in stock", "夏日礼包：库存", "stock.balance{site=station-1}", press, itemised));
    rows.add(row("screening: examinations", "筛查：检查例数", "aid.net{programme=screening}", press, itemised));
    rows.add(row("screening: women", "筛查：妇女人数", "aid.served{programme=screening}", press, itemised));
    rows.add(row("children's clothes: entitled", "童装：应发", "aid.entitled{programme=children-clothes}", press, itemised));
    rows.add(row("children's clothes: delivered", "童装：实发", "aid.net{programme=children-clothes}", press, itemised));
    page.table(rows);
  }

  private List<String> row(String english, String chinese, String pattern, Views press, Views itemised) {
    return List.of(page.in(english, chinese), TwoLedgers.counted(press, pattern, page),
        TwoLedgers.counted(itemised, pattern, page));
  }
}
