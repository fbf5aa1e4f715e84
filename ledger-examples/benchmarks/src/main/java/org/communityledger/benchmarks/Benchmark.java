package org.communityledger.benchmarks;

import java.io.PrintStream;

/**
 * One benchmark. In the program it makes what its sides need and compares them; in a process of its own it is one of
 * these sides, so that no side runs on code which the JIT has fitted to another.
 */
interface Benchmark {
  /**
   * The benchmark that the options name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static Benchmark of(Options options) {
    return switch (options.benchmark()) {
      case "record" -> Recording.together(options);
      case "single" -> Recording.alone(options);
      case "contended" -> new Contended(options);
      case "replay" -> new Replaying(options);
      case "sealed" -> new SealedRecording(options);
      case "sealed-replay" -> new SealedReplaying(options);
      case "growth" -> new Growing(options);
      case "deliver" -> new Delivering(options);
      case "tags" -> new Tagging(options);
      case "asof" -> new LookingBack(options);
      case "live" -> Following.commands(options);
      case "live-history" -> Following.history(options);
      default -> throw new IllegalArgumentException("There is no benchmark " + options.benchmark());
    };
  }

  /** Compares and prints. */
  void run(PrintStream out) throws Exception;

  /**
   * Gets a side ready to be measured, in a process that does nothing else. The options name the folder with the files
   * that were made for it.
   *
   * @throws IllegalArgumentException if this benchmark has no such side
   */
  Side side(String name) throws Exception;

  /** For the name of a side that a benchmark does not have. */
  static IllegalArgumentException noSide(String name) {
    return new IllegalArgumentException("There is no side " + name);
  }
}
