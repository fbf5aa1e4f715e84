package org.communityledger.membership;

import org.communityledger.kernel.BondId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;

/** Why something about bonds is not recorded. */
public sealed interface BondRefusal extends Refusal {
  /** The id stands for a bond already. */
  record AlreadyFormed(BondId bond) implements BondRefusal {
    @Override
    public String english() {
      return "Bond " + bond + " is formed already.";
    }

    @Override
    public String chinese() {
      return "结对 " + bond + " 已登记。";
    }
  }

  /**
   * The two are bound in this way already.
   *
   * @param kind the kind of bond
   * @param sponsor who supports
   * @param supported who is supported
   * @param other the bond they have
   */
  record BondExists(String kind, Party sponsor, Party supported, BondId other) implements BondRefusal {
    @Override
    public String english() {
      return sponsor.tag() + " and " + supported.tag() + " are bound by bond " + other + " of the kind " + kind
          + " already.";
    }

    @Override
    public String chinese() {
      return sponsor.tag() + " 与 " + supported.tag() + " 已有类型为 " + kind + " 的结对 " + other + "。";
    }
  }

  /** Nobody is bound to themselves, nor to the household they belong to. */
  record SelfBond(Party sponsor, Party supported) implements BondRefusal {
    @Override
    public String english() {
      return sponsor.tag() + " cannot support " + supported.tag() + ", which is the same or belongs to it.";
    }

    @Override
    public String chinese() {
      return sponsor.tag() + " 不能与 " + supported.tag() + " 结对：两者为同一方或同属一户。";
    }
  }

  /**
   * The supported has not consented to such a bond.
   *
   * @param kind the kind of bond
   * @param supported who would be supported
   */
  record ConsentMissing(String kind, Party supported) implements BondRefusal {
    @Override
    public String english() {
      return supported.tag() + " has not consented to a bond of the kind " + kind + ".";
    }

    @Override
    public String chinese() {
      return supported.tag() + " 未同意类型为 " + kind + " 的结对。";
    }
  }

  /**
   * The bond is with somebody else.
   *
   * @param bond the bond
   * @param named who is said to be supported
   * @param supported who is
   */
  record NotSupported(BondId bond, Party named, Party supported) implements BondRefusal {
    @Override
    public String english() {
      return "Bond " + bond + " supports " + supported.tag() + ", not " + named.tag() + ".";
    }

    @Override
    public String chinese() {
      return "结对 " + bond + " 的帮扶对象为 " + supported.tag() + "，不是 " + named.tag() + "。";
    }
  }

  /** The bond has ended. */
  record BondClosed(BondId bond) implements BondRefusal {
    @Override
    public String english() {
      return "Bond " + bond + " has ended.";
    }

    @Override
    public String chinese() {
      return "结对 " + bond + " 已结束。";
    }
  }
}
