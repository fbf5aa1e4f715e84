package org.communityledger.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.communityledger.testing.Generated;

/** Changes leaves: single bytes, and whole members. Not thread-safe. */
final class LeafMutants {
  private static final List<String> VALUES = List.of("null", "true", "false", "0", "-0", "00", "1.0", "1e0", "-1", "+1",
      "1", "2", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "2147483648",
      "999999999999999999",
      "1000000000000000000", "\"\"", "\" \"", "\"x\"", "\"\\u0061\"", "\"\\ud83d\"", "\"\\\"\"", "\"1\"", "\"true\"",
      "[]",
      "{}", "[null]", "[\"x\",]", "[,\"x\"]", "[\"x\" ,\"x\"]", "[\"x\",\"x\"]", "\"2024-08-02\"", "\" 2024-08-02\"",
      "\"2024-02-30\"", "\"2024-08-02T00:00:00Z\"", "\"2024-08-02T00:00:00\"", "\"2024-08-02T00:00:00+00:00\"",
      "\"2024-08-02T00:00:00.1Z\"", "\"2024-08-02T24:00:00Z\"", "\"2024-08-02T00:00:60Z\"", "\"0000-00-00\"",
      "\"HAZARD\"", "\"hazard\"", "\" HAZARD\"", "\"person:x\"", "\"org:\"", "\"x.0\"", "\"x.00\"", "\"PERSON\"",
      "\"多\"", "\"\uFFFD\"", "{\"lower\":1,\"approximate\":false,\"unit\":\"METRE\"}", "{\"number\":1}",
      "{\"latest\":\"2024-08-02\",\"latest\":\"2024-08-02\"}");
  private static final List<String> ENDINGS = List.of(".0", "e0", "0", "\"", " ", ",", "}", "]", "/**/");
  private static final byte[] TELLING = "\"\\{}[],: \n\t0-9.eE+aZn/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_ASCII = {0, 1, 31, 127, (byte) 0x80, (byte) 0xBF, (byte) 0xC0, (byte) 0xE5,
      (byte) 0xED,
      (byte) 0xA0, (byte) 0xF0, (byte) 0xF8, (byte) 0xFF};

  private final Generated generated;

  LeafMutants(Generated generated) {
    this.generated = generated;
  }

  /** The leaf after one change, sometimes two. */
  byte[] mutant(byte[] leaf, byte[] other) {
    byte[] mutant = changed(leaf, other);
    return generated.oneIn(8) && mutant.length > 0 ? changed(mutant, other) : mutant;
  }

  private byte[] changed(byte[] leaf, byte[] other) {
    List<Member> members = members(leaf);
    if (members.isEmpty() || generated.oneIn(2)) {
      return byteChanged(leaf);
    }
    Member one = oneOf(leaf, members);
    return switch (generated.number(0, 9)) {
      case 0 -> without(leaf, one);
      case 1 ->
        replaced(leaf, one.to, one.to, ("," + text(leaf, one.from, one.to)).getBytes(StandardCharsets.ISO_8859_1));
      case 2 -> replaced(leaf, one.from, one.from, bytes("\"unknown\":1,"));
      case 3 -> swapped(leaf, one, generated.oneOf(members));
      case 4, 5 -> replaced(leaf, one.value, one.to, bytes(generated.oneOf(VALUES)));
      case 6 -> spliced(leaf, one, other);
      case 7 -> escaped(leaf, one);
      case 8 -> replaced(leaf, one.to, one.to, bytes(generated.oneOf(ENDINGS)));
      default -> replaced(leaf, one.value, one.value, bytes(" "));
    };
  }

  /** Numbers are rare and have many forms, so one in four is a number. */
  private Member oneOf(byte[] leaf, List<Member> members) {
    List<Member> numbers = members.stream().filter(it -> leaf[it.value] >= '0' && leaf[it.value] <= '9').toList();
    return generated.oneOf(numbers.isEmpty() || !generated.oneIn(4) ? members : numbers);
  }

  private byte[] byteChanged(byte[] leaf) {
    int at = generated.number(0, leaf.length - 1);
    byte[] some = {someByte()};
    return switch (generated.number(0, 5)) {
      case 0 -> replaced(leaf, at, at + 1, new byte[]{(byte) (leaf[at] ^ (1 << generated.number(0, 7)))});
      case 1 -> replaced(leaf, at, at + 1, some);
      case 2 -> replaced(leaf, at, at, some);
      case 3 -> replaced(leaf, at, at + 1, new byte[0]);
      case 4 -> generated.oneIn(4) ? Arrays.copyOf(leaf, at) : replaced(leaf, leaf.length, leaf.length, some);
      default -> replaced(leaf, at, Math.min(leaf.length, at + generated.number(1, 20)), new byte[0]);
    };
  }

  private byte someByte() {
    byte[] choices = generated.oneIn(4) ? NO_ASCII : TELLING;
    return choices[generated.number(0, choices.length - 1)];
  }

  private static byte[] without(byte[] leaf, Member member) {
    boolean first = leaf[member.from - 1] != ',';
    return first && leaf[member.to] == ','
        ? replaced(leaf, member.from, member.to + 1, new byte[0])
        : replaced(leaf, first ? member.from : member.from - 1, member.to, new byte[0]);
  }

  private static byte[] swapped(byte[] leaf, Member one, Member other) {
    if (one.from > other.from) {
      return swapped(leaf, other, one);
    }
    if (other.from < one.to) {
      return leaf; // one within the other
    }
    byte[] swapped = replaced(leaf, other.from, other.to, Arrays.copyOfRange(leaf, one.from, one.to));
    return replaced(swapped, one.from, one.to, Arrays.copyOfRange(leaf, other.from, other.to));
  }

  private byte[] spliced(byte[] leaf, Member member, byte[] other) {
    Member theirs = generated.oneOf(members(other));
    return replaced(leaf, member.value, member.to, Arrays.copyOfRange(other, theirs.value, theirs.to));
  }

  /** Writes one character of the member in another way that means the same. */
  private byte[] escaped(byte[] leaf, Member member) {
    int at = generated.number(member.from + 1, member.to - 1);
    return leaf[at] > ' ' ? replaced(leaf, at, at + 1, bytes(String.format("\\u%04x", leaf[at]))) : leaf;
  }

  private static byte[] replaced(byte[] leaf, int from, int to, byte[] by) {
    var changed = new ByteArrayOutputStream(leaf.length + by.length);
    changed.write(leaf, 0, from);
    changed.writeBytes(by);
    changed.write(leaf, to, leaf.length - to);
    return changed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] leaf, int from, int to) {
    return new String(leaf, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Where a member stands, its name first. */
  private record Member(int from, int value, int to) {}

  /** The members of a leaf, at any depth; none if it is no longer JSON without white space. */
  private static List<Member> members(byte[] leaf) {
    try {
      List<Member> members = new ArrayList<>();
      behindValue(leaf, 0, members);
      return members;
    } catch (ArrayIndexOutOfBoundsException | IllegalStateException e) {
      return List.of();
    }
  }

  private static int behindValue(byte[] leaf, int from, List<Member> members) {
    byte first = leaf[from];
    if (first == '"') {
      return behindText(leaf, from);
    }
    if (first == '{' || first == '[') {
      return behindContents(leaf, from, (byte) (first + 2), members); // the brackets' codes
    }
    int at = from;
    while (",]}".indexOf(leaf[at]) < 0) {
      at++;
    }
    return at;
  }

  private static int behindContents(byte[] leaf, int from, byte end, List<Member> members) {
    int at = from + 1;
    while (leaf[at] != end) {
      at = leaf[from] == '{' ? behindMember(leaf, at, members) : behindValue(leaf, at, members);
      if (leaf[at] == ',') {
        at++;
      } else if (leaf[at] != end) {
        throw new IllegalStateException("no JSON");
      }
    }
    return at + 1;
  }

  private static int behindMember(byte[] leaf, int from, List<Member> members) {
    int value = behindText(leaf, from) + 1;
    int to = behindValue(leaf, value, members);
    members.add(new Member(from, value, to));
    return to;
  }

  private static int behindText(byte[] leaf, int from) {
    int at = from + 1;
    while (leaf[at] != '"') {
      at += leaf[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
