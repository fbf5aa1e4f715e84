package org.communityledger.quickstart.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communityledger.kernel.Refusal;

/** Which refusals there are, and which of them a test provokes. */
final class ProvokedRefusals {
  private static final Path ROOT = Path.of("../..");
  private static final Path CLASSES = ROOT.resolve("ledger-core/target/classes");

  private ProvokedRefusals() {}

  /** All refusals of the library. */
  static List<Class<?>> all() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files.map(it -> CLASSES.relativize(it).toString()).filter(it -> it.endsWith(".class"))
          .map(it -> it.substring(0, it.length() - ".class".length()).replace('/', '.'))
          .filter(it -> !it.endsWith("-info"))
          .<Class<?>>map(ProvokedRefusals::load)
          .filter(it -> it.isRecord() && Refusal.class.isAssignableFrom(it)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ProvokedRefusals.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that no test expects as an answer. */
  static List<String> missing() {
    List<String> tests = tests();
    return all().stream().filter(it -> tests.stream().noneMatch(test -> expects(test, it)))
        .map(it -> it.getName().substring("org.communityledger.".length())).sorted().toList();
  }

  /** Whether a test makes such a refusal to compare an answer with, or asks for an answer of its class. */
  private static boolean expects(String test, Class<?> refusal) {
    String family = refusal.getEnclosingClass().getSimpleName();
    String name = refusal.getSimpleName();
    return test.contains(family) && Pattern.compile("\\b(new (" + family + "\\.)?" + name + "\\(|" + name + "\\.class)")
        .matcher(test).find();
  }

  private static List<String> tests() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(it -> it.toString().endsWith("Test.java")).map(ProvokedRefusals::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
