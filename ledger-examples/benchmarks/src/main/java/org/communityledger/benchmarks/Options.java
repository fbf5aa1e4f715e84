package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is measured, and how.
 *
 * @param benchmark its name
 * @param pairs how many pairs count
 * @param warmups how many pairs before them do not; see {@link #warmups(int)} if empty
 * @param size how much is done in a sample; the benchmark's own if empty
 * @param callers how many callers there are; the benchmark's own if empty
 * @param residents how many residents the generated district has; as many as lead to the size in five years if empty
 * @param seconds how long something goes on where that is fixed; the benchmark's own if empty
 * @param seed what the generated commands follow from
 * @param folder where files are made; on the disk whose durability is to be measured
 * @param prepared where files that only have to be made once are kept for other runs; they are thrown away if empty
 */
record Options(
    String benchmark,
    int pairs,
    OptionalInt warmups,
    OptionalInt size,
    OptionalInt callers,
    OptionalInt residents,
    OptionalInt seconds,
    int seed,
    Path folder,
    Optional<Path> prepared) {
  private static final Set<String> KNOWN = Set.of("--pairs", "--warmups", "--size", "--residents", "--years",
      "--callers", "--seconds", "--seed",
      "--folder", "--prepared");
  /** The JIT goes on changing the ledger's code until about so much has gone through it. */
  private static final int SETTLED = 100_000;

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
    OptionalInt residents = number(values, "--residents");
    return new Options(names.getFirst(), number(values, "--pairs").orElse(5), number(values, "--warmups"),
        size(values, residents), number(values, "--callers"), residents, number(values, "--seconds"),
        number(values, "--seed").orElse(20_260),
        Path.of(values.getOrDefault("--folder", System.getProperty("java.io.tmpdir"))),
        Optional.ofNullable(values.get("--prepared")).map(Path::of));
  }

  /** As said, or as many entries as the residents lead to in the years, five unless told. */
  private static OptionalInt size(Map<String, String> values, OptionalInt residents) {
    OptionalInt size = number(values, "--size");
    OptionalInt years = number(values, "--years");
    if (years.isPresent() && (size.isPresent() || residents.isEmpty())) {
      throw new IllegalArgumentException("--years goes with --residents, and without --size");
    }
    return size.isPresent() || residents.isEmpty()
        ? size
        : OptionalInt.of(DistrictHistory.entriesOf(residents.getAsInt(), years.orElse(DistrictHistory.YEARS)));
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

  /** How many pairs come before those that count: unless told, enough for a side that does so much in each to settle. */
  int warmups(int sample) {
    return warmups.orElse(Math.max(2, Math.ceilDiv(SETTLED, sample)));
  }

  /** The same with so many callers. */
  Options with(int number) {
    return new Options(benchmark, pairs, warmups, size, OptionalInt.of(number), residents, seconds, seed, folder,
        prepared);
  }

  /** The same with files in another folder. */
  Options in(Path other) {
    return new Options(benchmark, pairs, warmups, size, callers, residents, seconds, seed, other, prepared);
  }

  /** The command line that says the same. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of(benchmark, "--pairs", Integer.toString(pairs)));
    warmups.ifPresent(it -> words.addAll(List.of("--warmups", Integer.toString(it))));
    size.ifPresent(it -> words.addAll(List.of("--size", Integer.toString(it))));
    residents.ifPresent(it -> words.addAll(List.of("--residents", Integer.toString(it))));
    callers.ifPresent(it -> words.addAll(List.of("--callers", Integer.toString(it))));
    seconds.ifPresent(it -> words.addAll(List.of("--seconds", Integer.toString(it))));
    words.addAll(List.of("--seed", Integer.toString(seed), "--folder", folder.toString()));
    prepared.ifPresent(it -> words.addAll(List.of("--prepared", it.toString())));
    return words;
  }
}
