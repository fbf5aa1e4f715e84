package org.communityledger.projection.sentences;

import org.communityledger.aid.StockEvent;
import org.communityledger.aid.StockEvent.StockAccepted;
import org.communityledger.aid.StockEvent.StockCounted;
import org.communityledger.aid.StockEvent.StockDispatched;
import org.communityledger.aid.StockEvent.StockReceived;
import org.communityledger.aid.StockEvent.StockWrittenOff;

/** What happened to stock, in Chinese. */
record StockInChinese(ChineseWords words) {
  String said(StockEvent event) {
    return switch (event) {
      case StockReceived it -> "在地点" + it.place() + "的阵地" + it.at() + "接收物资批次" + it.lot() + "，物品" + it.item()
          + "，数量" + words.amount(it.quantity()) + it.from().map(from -> "，来自" + words.party(from)).orElse("")
          + it.bestBefore().map(day -> "，须在" + words.day(day) + "前（含当日）发放").orElse("");
      case StockDispatched it -> "从阵地" + it.from() + "向阵地" + it.to() + "发出物资批次" + it.lot() + "共" + it.quantity()
          + "，调拨" + it.dispatch() + "，发出后结存" + it.balance();
      case StockAccepted it -> "在阵地" + it.to() + "签收物资批次" + it.lot() + "共" + it.quantity() + "，调拨" + it.dispatch()
          + "由阵地" + it.from() + "经事件" + it.dispatched() + "发出，短少" + it.shortfall() + "，签收后结存" + it.balance();
      case StockCounted it -> "清点阵地" + it.at() + "的物资批次" + it.lot() + "，实有" + it.counted() + "，"
          + (it.difference() < 0 ? "比账面少" + -it.difference() : "比账面多" + it.difference()) + "，监盘人员" + it.witness();
      case StockWrittenOff it -> "核销阵地" + it.at() + "的物资批次" + it.lot() + "共" + it.quantity() + "，原因" + it.why()
          + words.given("，凭批准", it.approval()) + "，核销后结存" + it.balance();
    };
  }
}
