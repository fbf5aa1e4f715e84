package org.communityledger.membership;

import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;

/** Why something about honours is not recorded. */
public sealed interface HonourRefusal extends Refusal {
  /** The id stands for an honour already. */
  record AlreadyGranted(HonourId honour) implements HonourRefusal {
    @Override
    public String english() {
      return "Honour " + honour + " is granted already.";
    }

    @Override
    public String chinese() {
      return "荣誉 " + honour + " 已授予。";
    }
  }

  /**
   * The party has the title already.
   *
   * @param title the title
   * @param to who has it
   * @param other the honour by which
   */
  record HonourHeld(String title, Party to, HonourId other) implements HonourRefusal {
    @Override
    public String english() {
      return to.tag() + " has the title " + title + " by honour " + other + " already.";
    }

    @Override
    public String chinese() {
      return to.tag() + " 已依荣誉 " + other + " 获得称号 " + title + "。";
    }
  }

  /**
   * Nobody honours themselves: whoever is honoured is neither who honours nor who records it.
   *
   * @param honour the honour
   * @param to who would be honoured
   */
  record SelfHonour(HonourId honour, Party to) implements HonourRefusal {
    @Override
    public String english() {
      return to.tag() + " cannot grant honour " + honour + " to itself.";
    }

    @Override
    public String chinese() {
      return to.tag() + " 不能将荣誉 " + honour + " 授予自己。";
    }
  }

  /** The honour was taken back. */
  record HonourNotHeld(HonourId honour) implements HonourRefusal {
    @Override
    public String english() {
      return "Honour " + honour + " was taken back already.";
    }

    @Override
    public String chinese() {
      return "荣誉 " + honour + " 已撤销。";
    }
  }
}
