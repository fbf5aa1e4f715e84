package org.communityledger.projection;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.communityledger.kernel.Texts;

/** How figure keys and patterns are written. */
final class FigureText {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");
  private static final Pattern BEGINNING = Pattern.compile("([a-z][A-Za-z0-9]*\\.)*([a-z][A-Za-z0-9]*)?");
  private static final Pattern LABEL = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final String RESERVED = ",{}=*";
  private static final int MOST = 300;

  private final String text;
  private final String what;
  private final boolean wild;
  private final SortedMap<String, String> labels = new TreeMap<>();
  private String name = "";
  private int at;

  private FigureText(String text, String what, boolean wild) {
    this.text = text;
    this.what = what;
    this.wild = wild;
  }

  static FigureText parse(String text, String what, boolean wild) {
    FigureText read = new FigureText(text, what, wild);
    read.read();
    return read;
  }

  String name() {
    return name;
  }

  SortedMap<String, String> labels() {
    return labels;
  }

  private void read() {
    name = word("{", "a name", this::isName);
    if (at == text.length()) {
      return;
    }
    do {
      at++;
      label();
    } while (next() == ',');
    if (next() != '}') {
      throw misfit(at, "expected , or }");
    }
    if (++at < text.length()) {
      throw misfit(at, "nothing may follow the }");
    }
  }

  private boolean isName(String word) {
    return (wild && word.endsWith("*"))
        ? BEGINNING.matcher(word.substring(0, word.length() - 1)).matches()
        : NAME.matcher(word).matches();
  }

  private void label() {
    int start = at;
    String label = word("=", "a label", word -> LABEL.matcher(word).matches());
    if (next() != '=') {
      throw misfit(at, "expected = after the label " + label);
    }
    at++;
    String value = word(",}", "a value", word -> (wild && word.equals("*")) || isValue(word));
    if (labels.put(label, value) != null) {
      throw misfit(start, "the label " + label + " stands twice");
    }
  }

  private String word(String ends, String expected, Predicate<String> fits) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!fits.test(word)) {
      throw misfit(start, "expected " + expected);
    }
    return word;
  }

  /** The next character; 0, which fits nowhere, at the end. */
  private char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException misfit(int index, String problem) {
    return new IllegalArgumentException("'" + text + "' is not a " + what + ": at character " + (index + 1) + " "
        + problem + "; write it like cases.open{kind=HAZARD,place=P1}");
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not the name of a figure: join words of letters and digits with dots, like cases.open");
    }
  }

  static void checkBeginning(String beginning) {
    if (!BEGINNING.matcher(beginning).matches()) {
      throw new IllegalArgumentException("No name of a figure begins with '" + beginning + "'");
    }
  }

  static void checkLabel(String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "'" + label + "' is not a label: use letters and digits, a lower-case letter first");
    }
  }

  static void checkValue(String label, String value) {
    Texts.check(label, value, MOST);
    if (!isValue(value)) {
      throw new IllegalArgumentException(
          "The value '" + value + "' of the label " + label + " must be without white space and any of " + RESERVED);
    }
  }

  private static boolean isValue(String value) {
    return !value.isEmpty() && value.codePoints().noneMatch(
        it -> RESERVED.indexOf(it) >= 0 || Character.isWhitespace(it) || Character.isSpaceChar(it));
  }

  static String write(String name, SortedMap<String, String> labels) {
    if (labels.isEmpty()) {
      return name;
    }
    StringBuilder text = new StringBuilder(name);
    char before = '{';
    for (var each : labels.entrySet()) {
      text.append(before).append(each.getKey()).append('=').append(each.getValue());
      before = ',';
    }
    return text.append('}').toString();
  }
}
