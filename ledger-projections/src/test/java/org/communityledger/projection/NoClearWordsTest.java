package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries are planted in every sealed value a process of its own records; then everything it wrote is searched for them:
 * the ledger, the store of values, the views, write-ahead logs, and what it printed: logs, errors, refusals, meters, texts of
 * objects, timelines and digests. Files are searched while the process is still using them, and after it has ended.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoClearWordsTest {
  private static final String FOUND_AT_ALL = "the guard's own line: " + PlantedWords.NARRATIVE;

  @TempDir
  private Path folder;

  @Test
  void nothing_a_process_writes_shows_a_sealed_value_before_and_after_an_erasure() throws Exception {
    Path output = folder.resolve("output");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), PlantedWords.class.getName(), folder.toString())
        .redirectErrorStream(true).redirectOutput(output.toFile()).start();

    assertThat(process.waitFor()).as(Files.readString(output)).isZero();

    Map<String, List<String>> found = found();
    String printed = Files.readString(output);
    assertThat(found).isEmpty();
    assertThat(printed).contains("looked while open: {}", "looked after erasing: {}", "opened 8 values", "erased",
        "refused AlreadyErased", "failed InvalidCommand", "ledger.view.lag", "digest ");
    assertThat(folder).isDirectoryContaining(it -> it.toString().endsWith(".personal"));
  }

  @Test
  void a_word_in_the_clear_would_be_found() throws Exception {
    Files.writeString(folder.resolve("output"), FOUND_AT_ALL);

    assertThat(found()).containsOnlyKeys("output");
  }

  private Map<String, List<String>> found() throws IOException {
    return wordsIn(folder);
  }

  /** The planted words that stand in the files of a folder, by file. */
  static Map<String, List<String>> wordsIn(Path folder) throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        List<String> words = new ArrayList<>();
        for (String word : PlantedWords.ALL) {
          if (bytes.contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
            words.add(word);
          }
        }
        if (!words.isEmpty()) {
          found.put(String.valueOf(each.getFileName()), words);
        }
      }
    }
    return found;
  }
}
