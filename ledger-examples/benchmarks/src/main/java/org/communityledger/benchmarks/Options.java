package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is measured, and how.
 *
 * @param benchmark its name
 * @param pairs how many pairs count
 * @param warmups how many pairs before them do not
 * @param size how much is done in a sample; the benchmark's own if empty
 * @param callers how many callers there are; the benchmark's own if empty
 * @param seed what the generated commands follow from
 * @param folder where files are made; on the disk whose durability is to be measured
 */
record Options(
    String benchmark,
    int pairs,
    int warmups,
    OptionalInt size,
    OptionalInt callers,
    long seed,
    Path folder) {
  private static final Set<String> KNOWN = Set.of("--pairs", "--warmups", "--size", "--callers", "--seed", "--folder");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Options parse(List<String> arguments) {
    List<String> names = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        names.add(argument);
      } else if (!KNOWN.contains(argument) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("no such option, or no value after it: " + argument);
      } else {
        values.put(argument, arguments.get(++i));
      }
    }
    if (names.size() != 1) {
      throw new IllegalArgumentException("name one benchmark, not " + names);
    }
    return new Options(names.getFirst(), number(values, "--pairs").orElse(5), number(values, "--warmups").orElse(2),
        number(values, "--size"), number(values, "--callers"), number(values, "--seed").orElse(20_260),
        Path.of(values.getOrDefault("--folder", System.getProperty("java.io.tmpdir"))));
  }

  private static OptionalInt number(Map<String, String> values, String option) {
    String text = values.get(option);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.replace("_", "")));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " wants a number, not " + text, e);
    }
  }
}
