package org.communityledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.communityledger.projection.Projection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The benchmarks that run all projections run those that were shipped last, too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedProjectionsTest {
  @Test
  void none_is_left_out_of_the_benchmarks() throws Exception {
    List<String> measured = Shipped.ALL.stream().map(it -> it.getClass().getName()).toList();

    assertThat(measured).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(shipped());
  }

  /** The public projections of the module, be it a folder of classes or a jar. */
  private static List<String> shipped() throws IOException, URISyntaxException {
    Path place = Path.of(Projection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return projectionsBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return projectionsBelow(jar.getPath("/"));
    }
  }

  private static List<String> projectionsBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(it -> root.relativize(it).toString()).filter(it -> it.endsWith(".class"))
          .map(it -> it.substring(0, it.length() - ".class".length()).replace('/', '.'))
          .filter(ShippedProjectionsTest::isShipped).sorted().toList();
    }
  }

  private static boolean isShipped(String name) {
    try {
      Class<?> type = Class.forName(name, false, Projection.class.getClassLoader());
      return Projection.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers())
          && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " lies where its class should be, but cannot be loaded", e);
    }
  }
}
