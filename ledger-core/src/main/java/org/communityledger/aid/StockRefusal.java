package org.communityledger.aid;

import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;

/** Why something about stock is not recorded. */
public sealed interface StockRefusal extends Refusal {
  /** Nobody knows exactly how much was received; a lot is counted before it is used. */
  record InexactStock(LotId lot, Tally quantity) implements StockRefusal {
    @Override
    public String english() {
      return "Lot " + lot + " needs an exact quantity, not " + quantity.asStated().orElse("an estimate")
          + "; count it first.";
    }

    @Override
    public String chinese() {
      return "物资批次 " + lot + " 须有准确数量，不能是“" + quantity.asStated().orElse("约数") + "”，请先清点。";
    }
  }

  /** The id stands for a lot already. */
  record LotExists(LotId lot) implements StockRefusal {
    @Override
    public String english() {
      return "Lot " + lot + " was already received; what comes later is another lot with another id.";
    }

    @Override
    public String chinese() {
      return "物资批次 " + lot + " 已入库；后到的物资须另设批次编号。";
    }
  }

  /**
   * There is less of the lot at the site.
   *
   * @param wanted how much was to be taken, all lines of the command together
   * @param left how much there is
   */
  record StockShort(LotId lot, SiteId site, long wanted, long left) implements StockRefusal {
    @Override
    public String english() {
      return "Of lot " + lot + " there are " + left + " left at site " + site + ", not " + wanted + ".";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 的物资批次 " + lot + " 仅余 " + left + "，不足 " + wanted + "。";
    }
  }

  /** It would be sent to where it is. */
  record DispatchToItself(DispatchId dispatch, SiteId site) implements StockRefusal {
    @Override
    public String english() {
      return "Dispatch " + dispatch + " would go from site " + site + " to itself; name another one.";
    }

    @Override
    public String chinese() {
      return "调拨 " + dispatch + " 的发出与接收均为阵地 " + site + "，请指明另一阵地。";
    }
  }

  /** The id stands for a dispatch already. */
  record AlreadyDispatched(DispatchId dispatch) implements StockRefusal {
    @Override
    public String english() {
      return "Dispatch " + dispatch + " is already recorded; another one needs a new id.";
    }

    @Override
    public String chinese() {
      return "调拨 " + dispatch + " 已登记，另一次调拨须用新编号。";
    }
  }

  /**
   * Less of the dispatch is under way.
   *
   * @param accepted how much was to be accepted
   * @param underWay how much is under way; 0 if it was accepted already
   */
  record NotDispatched(DispatchId dispatch, long accepted, long underWay) implements StockRefusal {
    @Override
    public String english() {
      return underWay == 0
          ? "Dispatch " + dispatch + " was already accepted; nothing of it is under way any more."
          : "Of dispatch " + dispatch + " only " + underWay + " are under way, so " + accepted + " cannot have come.";
    }

    @Override
    public String chinese() {
      return underWay == 0
          ? "调拨 " + dispatch + " 已经签收，不再有在途物资。"
          : "调拨 " + dispatch + " 在途仅 " + underWay + "，不可能签收 " + accepted + "。";
    }
  }

  /** Whoever sent it off would say that it came. */
  record AcceptsOwnDispatch(DispatchId dispatch, Party sender) implements StockRefusal {
    @Override
    public String english() {
      return sender.value() + " sent dispatch " + dispatch
          + " off and cannot accept it; somebody at the other site does.";
    }

    @Override
    public String chinese() {
      return "调拨 " + dispatch + " 由 " + sender.value() + " 发出，不能由本人签收，须由接收方签收。";
    }
  }

  /** Whoever counts would be their own witness. */
  record WitnessIsCounter(LotId lot, Party counter) implements StockRefusal {
    @Override
    public String english() {
      return counter.value() + " counts lot " + lot + " and cannot witness the count too; name somebody else.";
    }

    @Override
    public String chinese() {
      return counter.value() + " 清点物资批次 " + lot + "，不能同时监盘，请另请他人。";
    }
  }
}
