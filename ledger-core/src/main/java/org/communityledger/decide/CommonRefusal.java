package org.communityledger.decide;

import java.time.LocalDate;
import java.util.List;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/** Reasons any command can be refused for. */
public sealed interface CommonRefusal extends Refusal {
  /**
   * The act is said to have happened after the day of recording.
   *
   * @param earliest the first day it can have happened
   * @param today the day of recording
   */
  record InTheFuture(LocalDate earliest, LocalDate today) implements CommonRefusal {
    @Override
    public String english() {
      return "It cannot have happened on " + earliest + ", because today is " + today + ".";
    }

    @Override
    public String chinese() {
      return "发生日期 " + earliest + " 晚于今天 " + today + "。";
    }
  }

  /**
   * The command id was used before, for something else.
   *
   * @param commandId the id
   */
  record CommandIdReused(CommandId commandId) implements CommonRefusal {
    @Override
    public String english() {
      return "Command id " + commandId + " already stands for another command; use a new id.";
    }

    @Override
    public String chinese() {
      return "命令编号 " + commandId + " 已用于另一条命令，请换用新编号。";
    }
  }

  /**
   * Others kept changing what the command depends on until its time was up.
   *
   * @param commandId the command
   * @param attempts how often it was decided
   */
  record Busy(CommandId commandId, int attempts) implements CommonRefusal {
    @Override
    public String english() {
      return "Others changed the same matter " + attempts + " times while command " + commandId
          + " was being decided; send it again.";
    }

    @Override
    public String chinese() {
      return "命令 " + commandId + " 处理期间同一事项被他人改动 " + attempts + " 次，请重新提交。";
    }
  }

  /**
   * Whoever asked for it may not do it.
   *
   * @param act what was asked: the stored name of a command, or another entry of the access policy
   * @param lack what is missing
   */
  record NotPermitted(String act, Lack lack) implements CommonRefusal {
    @Override
    public String english() {
      return act + " is not permitted: " + lack.english() + ".";
    }

    @Override
    public String chinese() {
      return "无权执行 " + act + "：" + lack.chinese() + "。";
    }
  }

  /** What somebody lacks to be permitted an act. */
  sealed interface Lack {
    /** The lack as the end of an English sentence. */
    String english();

    /** The lack as the end of a Chinese sentence. */
    String chinese();

    /** Nobody has said who asks. */
    record OfCaller() implements Lack {
      @Override
      public String english() {
        return "nobody has said who asks; use Ledger.as(caller)";
      }

      @Override
      public String chinese() {
        return "未说明由谁提出，请使用 Ledger.as(caller)";
      }
    }

    /**
     * The header names somebody else.
     *
     * @param actor the one it names
     * @param caller the one who asks
     */
    record OfActor(Party actor, Party caller) implements Lack {
      @Override
      public String english() {
        return "the header's actor is " + actor.tag() + ", but the caller is " + caller.tag();
      }

      @Override
      public String chinese() {
        return "header 中的办理人为 " + actor.tag() + "，而提出者为 " + caller.tag();
      }
    }

    /**
     * The header names a role the caller does not have.
     *
     * @param role the role
     * @param caller the one who asks
     */
    record OfRole(String role, Party caller) implements Lack {
      @Override
      public String english() {
        return caller.tag() + " does not have the role '" + role + "'";
      }

      @Override
      public String chinese() {
        return caller.tag() + " 不具有角色“" + role + "”";
      }
    }

    /**
     * The act takes another role.
     *
     * @param acting the roles the caller acts in
     * @param needed the roles of which one would do; none if nobody may
     */
    record OfPermission(List<String> acting, List<String> needed) implements Lack {
      public OfPermission {
        acting = List.copyOf(acting);
        needed = List.copyOf(needed);
      }

      @Override
      public String english() {
        return needed.isEmpty()
            ? "no role may do it"
            : "it takes the role " + String.join(" or ", needed) + ", not "
                + (acting.isEmpty() ? "none" : String.join(" or ", acting));
      }

      @Override
      public String chinese() {
        return needed.isEmpty()
            ? "任何角色均无此权限"
            : "须具有角色 " + String.join(" 或 ", needed) + "，现为 " + (acting.isEmpty() ? "无" : String.join("、", acting));
      }
    }

    /**
     * The caller does not act for the organisation.
     *
     * @param org the organisation the header names
     * @param caller the one who asks
     */
    record OfOrg(OrgId org, Party caller) implements Lack {
      @Override
      public String english() {
        return caller.tag() + " may not act for " + org.tag();
      }

      @Override
      public String chinese() {
        return caller.tag() + " 不得代表 " + org.tag();
      }
    }

    /**
     * The thing lies elsewhere.
     *
     * @param place where it lies
     * @param jurisdiction where the caller may act: there and at all places below
     */
    record OfJurisdiction(PlaceId place, PlaceId jurisdiction) implements Lack {
      @Override
      public String english() {
        return place.tag() + " does not lie within " + jurisdiction.tag();
      }

      @Override
      public String chinese() {
        return place.tag() + " 不在辖区 " + jurisdiction.tag() + " 之内";
      }
    }

    /**
     * Nothing says where the thing lies, and the caller may not act everywhere.
     *
     * @param jurisdiction where the caller may act
     */
    record OfPlace(PlaceId jurisdiction) implements Lack {
      @Override
      public String english() {
        return "nothing says that it is about something within " + jurisdiction.tag();
      }

      @Override
      public String chinese() {
        return "无从得知所涉事项是否在辖区 " + jurisdiction.tag() + " 之内";
      }
    }

    /**
     * It concerns all places, and the caller may not act everywhere.
     *
     * @param jurisdiction where the caller may act
     */
    record OfReach(PlaceId jurisdiction) implements Lack {
      @Override
      public String english() {
        return "it concerns all places, not only " + jurisdiction.tag();
      }

      @Override
      public String chinese() {
        return "此事涉及所有地点，不限于辖区 " + jurisdiction.tag();
      }
    }

    /**
     * It is not done for such a purpose.
     *
     * @param purpose the purpose given
     * @param allowed the purposes it may be done for
     */
    record OfPurpose(String purpose, List<String> allowed) implements Lack {
      public OfPurpose {
        allowed = List.copyOf(allowed);
      }

      @Override
      public String english() {
        return "'" + purpose + "' is not a purpose for it"
            + (allowed.isEmpty() ? "" : "; there are " + String.join(", ", allowed));
      }

      @Override
      public String chinese() {
        return "“" + purpose + "”不是允许的用途" + (allowed.isEmpty() ? "" : "，允许的用途为 " + String.join("、", allowed));
      }
    }
  }

  /**
   * The subject was forgotten, or is about to be; nothing personal is kept about it any more.
   *
   * @param subject whom or what
   */
  record AlreadyErased(Tag subject) implements CommonRefusal {
    @Override
    public String english() {
      return "The erasure of " + subject + " was asked for; nothing personal is recorded about it any more.";
    }

    @Override
    public String chinese() {
      return subject + " 已申请删除个人信息，不再记录其个人内容。";
    }
  }

  /**
   * It was sent as irregular, but breaks no rule.
   *
   * @param act the stored name of the command
   */
  record NothingIrregular(String act) implements CommonRefusal {
    @Override
    public String english() {
      return act + " breaks no rule; send it without calling it irregular.";
    }

    @Override
    public String chinese() {
      return "执行 " + act + " 并未违反任何规则，请去掉 irregular 后重新提交。";
    }
  }

  /**
   * The act needs a reason.
   *
   * @param act the stored name of the command
   */
  record ReasonMissing(String act) implements CommonRefusal {
    @Override
    public String english() {
      return act + " needs a reason; give one in the header.";
    }

    @Override
    public String chinese() {
      return "执行 " + act + " 须说明理由，请在 header 中填写 reason。";
    }
  }
}
