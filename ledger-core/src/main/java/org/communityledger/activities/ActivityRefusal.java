package org.communityledger.activities;

import java.util.Optional;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Unit;

/** Why something about an activity is not recorded. */
public sealed interface ActivityRefusal extends Refusal {

  /** The id stands for an activity already. */
  record AlreadyPlanned(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " is already planned.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 已列入计划。";
    }
  }

  /** Nobody is named as host, on a list that is said to be complete. */
  record HostMissing(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " has no host; name one, or say that the list of hosts is open.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 没有主办方；须至少写明一个，或注明主办方名单不完整。";
    }
  }

  /** Another activity of the title, not cancelled, has that number. */
  record EditionTaken(String title, int edition, ActivityId by) implements ActivityRefusal {
    @Override
    public String english() {
      return "Edition " + edition + " of \"" + title + "\" is activity " + by + " already.";
    }

    @Override
    public String chinese() {
      return "“" + title + "”第 " + edition + " 届已是活动 " + by + "。";
    }
  }

  /** A group is named twice. */
  record GroupRepeated(ActivityId activity, String group) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " names group " + group + " twice.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 的组别 " + group + " 重复。";
    }
  }

  /** It was cancelled. */
  record Cancelled(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " is cancelled.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 已取消。";
    }
  }

  /** It took place already. */
  record AlreadyHeld(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " was already held.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 已举办。";
    }
  }

  /** It did not take place, as far as is recorded. */
  record NotHeld(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " was not held.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 尚未举办或已取消。";
    }
  }

  /** It is closed already. */
  record AlreadyClosed(ActivityId activity) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " is already closed.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 已结束。";
    }
  }

  /** The party was checked in in that role. */
  record AlreadyCheckedIn(ActivityId activity, Party party, ParticipantRole as) implements ActivityRefusal {
    @Override
    public String english() {
      return party.tag() + " is already checked in to activity " + activity + " as " + as + ".";
    }

    @Override
    public String chinese() {
      return party.tag() + " 已以" + as.chinese() + "身份签到活动 " + activity + "。";
    }
  }

  /** The plan names no such group. */
  record GroupUnknown(ActivityId activity, String group) implements ActivityRefusal {
    @Override
    public String english() {
      return "Activity " + activity + " has no group " + group + ".";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 没有组别 " + group + "。";
    }
  }

  /**
   * It is not counted in that unit.
   *
   * @param measure what is counted
   * @param unit the unit given
   * @param countedIn the unit in which it is counted there, where that is settled
   */
  record UnitMismatch(ActivityId activity, String measure, Unit unit, Optional<Unit> countedIn)
      implements
        ActivityRefusal {
    @Override
    public String english() {
      return measure + " of activity " + activity + " cannot be counted in " + unit
          + countedIn.map(it -> ", only in " + it).orElse("") + ".";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 的 " + measure + " 不能以“" + unit.chinese() + "”计数"
          + countedIn.map(it -> "，只能以“" + it.chinese() + "”计数").orElse("") + "。";
    }
  }

  /** There is a tally of that measure and item. */
  record TallyExists(ActivityId activity, String measure, Optional<String> item) implements ActivityRefusal {
    @Override
    public String english() {
      return measure + item.map(it -> " " + it).orElse("") + " of activity " + activity + " is already tallied.";
    }

    @Override
    public String chinese() {
      return "活动 " + activity + " 的 " + measure + item.map(it -> " " + it).orElse("") + " 已有计数。";
    }
  }
}
