package org.communityledger;

import java.util.Optional;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Tag;

/**
 * What was done to forget a subject, and what was not.
 *
 * @param subject who or what was to be forgotten
 * @param basis on which ground, a code word
 * @param approver who approved it
 * @param request the event that asked for it
 * @param requested its position
 * @param erased the position of the event that says it is done; empty while it is not
 * @param values the number of values destroyed
 */
public record ErasureReceipt(
    Tag subject,
    String basis,
    Party approver,
    EventId request,
    long requested,
    Optional<Long> erased,
    long values) {
  /** What was done and what remains outside the ledger, in English. */
  public String english() {
    return (erased.isPresent() ? "Erased: " : "Erasure begun, not finished: ") + subject + " (basis " + basis
        + ", approved by " + approver.tag() + ", requested at #" + requested
        + erased.map(it -> ", done at #" + it).orElse("") + "). Values destroyed: " + values
        + ". Copies outside this ledger are not reached: older backups of the personal store together with the key file as "
        + "it was then, or with a retired key-encryption key, can still be read; destroy those too.";
  }

  /** What was done and what remains outside the ledger, in Chinese. */
  public String chinese() {
    return (erased.isPresent() ? "已删除：" : "删除已开始、尚未完成：") + subject + "（依据 " + basis + "，批准人 "
        + approver.tag() + "，申请位置 #" + requested + erased.map(it -> "，完成位置 #" + it).orElse("") + "）。销毁内容数："
        + values + "。台账之外的副本不受影响：旧的个人信息库备份如与当时的密钥文件或已停用的主密钥同存，仍可读取，请一并销毁。";
  }
}
