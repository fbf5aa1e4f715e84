package org.communityledger.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a quantity counts. The list is open: any code of upper-case letters, digits and underscores is a unit.
 *
 * @param code the unit's code, 1 to 30 characters
 */
public record Unit(String code) {
  // Before the units: their constructor needs it.
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

  public static final Unit PERSON = new Unit("PERSON");
  public static final Unit PERSON_TIME = new Unit("PERSON_TIME");
  public static final Unit HOUSEHOLD = new Unit("HOUSEHOLD");
  public static final Unit ITEM = new Unit("ITEM");
  public static final Unit COPY = new Unit("COPY");
  public static final Unit METRE = new Unit("METRE");
  public static final Unit DAY = new Unit("DAY");
  public static final Unit MINUTE = new Unit("MINUTE");
  public static final Unit SHOP = new Unit("SHOP");
  public static final Unit LIFT = new Unit("LIFT");
  public static final Unit PIECE = new Unit("PIECE");
  public static final Unit SESSION = new Unit("SESSION");
  public static final Unit GROUP = new Unit("GROUP");
  public static final Unit EXAM = new Unit("EXAM");

  private static final Map<String, String> CHINESE = Map.ofEntries(
      Map.entry("PERSON", "人"),
      Map.entry("PERSON_TIME", "人次"),
      Map.entry("HOUSEHOLD", "户"),
      Map.entry("ITEM", "件"),
      Map.entry("COPY", "份"),
      Map.entry("METRE", "米"),
      Map.entry("DAY", "天"),
      Map.entry("MINUTE", "分钟"),
      Map.entry("SHOP", "家"),
      Map.entry("LIFT", "部"),
      Map.entry("PIECE", "个"),
      Map.entry("SESSION", "场"),
      Map.entry("GROUP", "组"),
      Map.entry("EXAM", "例"));

  public Unit {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          Texts.quote(code)
              + " is not a unit: use up to 30 upper-case letters, digits and underscores, a letter first");
    }
  }

  /** Whether the text is a unit's code. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The Chinese measure word, or the code where none is known. */
  public String chinese() {
    return CHINESE.getOrDefault(code, code);
  }

  /** The English word in lower case. */
  public String english() {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return code;
  }
}
