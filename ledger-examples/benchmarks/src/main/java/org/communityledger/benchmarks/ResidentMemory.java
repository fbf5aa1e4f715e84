package org.communityledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory this process has had resident at most, as Linux says. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ResidentMemory() {}

  /** In MiB; empty where the system does not say. */
  static OptionalLong peak() throws IOException {
    if (!Files.exists(STATUS)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(STATUS).stream().filter(it -> it.startsWith(PEAK))
        .mapToLong(it -> Long.parseLong(it.substring(PEAK.length()).replace("kB", "").strip()) >> 10).findFirst();
  }
}
