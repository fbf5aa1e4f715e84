package org.communityledger.log;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What verification found.
 *
 * @param head size and root recomputed from the entries; as far as they could be read, if something is wrong
 * @param findings what is wrong, the first wrong position first; empty if nothing
 * @param notes what was not checked, and why
 */
public record Verification(TreeHead head, List<Finding> findings, List<Note> notes) {
  public Verification {
    notes = List.copyOf(notes);
    findings = findings.stream().sorted(Comparator.comparingLong(it -> it.position().orElse(Long.MAX_VALUE))).toList();
  }

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return findings.isEmpty();
  }

  /** The result in one English sentence. */
  public String english() {
    return isIntact() ? "intact, " + head : findings.getFirst().english();
  }

  /** The result in one Chinese sentence. */
  public String chinese() {
    return isIntact()
        ? "完好，共 " + head.size() + " 条，根哈希 " + head.rootHex()
        : findings.getFirst().chinese();
  }

  /** What an intact result does not say, in English. */
  public static String limitsInEnglish() {
    return "This check finds damage. It does not find a history that was rewritten and recomputed as a whole: for that,"
        + " keep roots elsewhere and compare.";
  }

  /** What an intact result does not say, in Chinese. */
  public static String limitsInChinese() {
    return "本检查能发现损坏，但不能发现整体改写并重新计算的历史；请把根哈希另存他处以便比对。";
  }

  /** The checks that can fail. */
  public enum Check {
    /** The storage's own structure. */
    STORAGE("storage", "存储结构"),
    /** Positions without gaps. */
    POSITION("position", "序号"),
    /** The leaf's bytes against its stored hash. */
    LEAF("leaf hash", "叶哈希"),
    /** The leaf as a well-formed line. */
    FORMAT("leaf format", "叶格式"),
    /** The stored type against the leaf. */
    TYPE("type", "类型"),
    /** The tag rows against the leaf. */
    TAGS("tags", "标签"),
    /** Times that never go back. */
    TIME("time", "时间"),
    /** The decision record against the hash in the leaf. */
    DECISION("decision record", "决定记录"),
    /** The stored tiles against the recomputed ones. */
    TILE("tile", "哈希块"),
    /** Stored size, frontier and time against the entries. */
    HEAD("head", "树头"),
    /** The personal values and keys that leaves refer to, and the erasures. */
    PERSONAL("personal value", "个人信息");

    private final String english;
    private final String chinese;

    Check(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param check the check that failed
   * @param position the first position concerned, if it can be told
   * @param detail what was found and what was expected
   */
  public record Finding(Check check, OptionalLong position, String detail) {
    /** The finding in one English sentence. */
    public String english() {
      return "broken at " + (position.isPresent() ? "position " + position.getAsLong() : "no single position") + ": "
          + check.english + ": " + detail;
    }

    /** The finding in one Chinese sentence; the detail stays as it is. */
    public String chinese() {
      return (position.isPresent() ? "第 " + position.getAsLong() + " 条损坏" : "损坏（无单一位置）") + "："
          + check.chinese + "：" + detail;
    }
  }

  /**
   * Something that was not checked, and why; not wrong by itself.
   *
   * @param english in one English sentence
   * @param chinese in one Chinese sentence
   */
  public record Note(String english, String chinese) {}
}
