package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.aid.AidLine;

/**
 * Totals of all items of something, in the order in which they first came.
 *
 * @param totals item by item and unit by unit
 */
public record Items(List<ItemTotals> totals) {
  static final Items NONE = new Items(List.of());

  public Items {
    totals = List.copyOf(totals);
  }

  @FunctionalInterface
  private interface Change {
    ItemTotals apply(ItemTotals totals, AidLine line);
  }

  Items granting(List<AidLine> lines) {
    return with(lines, ItemTotals::granting);
  }

  Items revoking(List<AidLine> lines) {
    return with(lines, ItemTotals::revoking);
  }

  Items giving(List<AidLine> lines) {
    return with(lines, ItemTotals::giving);
  }

  Items reversing(List<AidLine> lines) {
    return with(lines, ItemTotals::reversing);
  }

  private Items with(List<AidLine> lines, Change change) {
    List<ItemTotals> now = new ArrayList<>(totals);
    for (AidLine line : lines) {
      if (now.stream().noneMatch(it -> it.isOf(line))) {
        now.add(ItemTotals.none(line.item(), line.quantity().unit()));
      }
      now.replaceAll(it -> it.isOf(line) ? change.apply(it, line) : it);
    }
    return new Items(now);
  }
}
