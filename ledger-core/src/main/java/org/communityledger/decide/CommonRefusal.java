package org.communityledger.decide;

import java.time.LocalDate;
import org.communityledger.kernel.CommandId;
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
