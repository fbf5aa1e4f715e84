package org.communityledger.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line format for tests of the log: {@code <commandId>.<n>|<type>|<time>|<tag>,<tag>|<decision hash>|<body>}, with the
 * appends that have it and its reader.
 */
public final class Lines {
  private static final String SLOT = "....-..-..T..:..:.........Z";

  private Lines() {}

  /** An entry to be. */
  public record Line(String type, Set<String> tags, String body) {}

  public static Line line(String type, String... tags) {
    return new Line(type, Set.of(tags), "");
  }

  public static Append append(String commandId, Line... lines) {
    return append(commandId, AppendCondition.none(), List.of(lines));
  }

  public static Append append(String commandId, AppendCondition condition, Line... lines) {
    return append(commandId, condition, List.of(lines));
  }

  public static Append append(String commandId, AppendCondition condition, List<Line> lines) {
    List<Draft> drafts = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String head = commandId + "." + drafts.size() + "|" + line.type + "|";
      String tail = "|" + String.join(",", new TreeSet<>(line.tags)) + "|"
          + HexFormat.of().formatHex(MerkleHash.plain(decision(commandId))) + "|" + line.body;
      drafts.add(new Draft(line.type, line.tags, (head + SLOT + tail).getBytes(StandardCharsets.UTF_8),
          head.getBytes(StandardCharsets.UTF_8).length));
    }
    return new Append(commandId, decision(commandId), digest(commandId), drafts, condition);
  }

  public static byte[] decision(String commandId) {
    return ("decided " + commandId).getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] digest(String commandId) {
    return ("digest of " + commandId).getBytes(StandardCharsets.UTF_8);
  }

  public static LeafReader.Facts read(byte[] leaf) {
    String[] parts = text(leaf).split("\\|", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException(parts.length + " parts instead of 6");
    }
    Set<String> tags = parts[3].isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(parts[3].split(",", -1)));
    String command = parts[0].substring(0, Math.max(parts[0].lastIndexOf('.'), 0));
    return new LeafReader.Facts(parts[0], command, parts[1], parts[2], tags, HexFormat.of().parseHex(parts[4]),
        List.of());
  }

  public static String time(Entry entry) {
    return read(entry.leaf()).time();
  }

  public static String id(Entry entry) {
    return read(entry.leaf()).id();
  }

  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
