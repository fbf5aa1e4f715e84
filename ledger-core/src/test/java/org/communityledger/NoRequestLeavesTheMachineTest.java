package org.communityledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoRequestLeavesTheMachineTest {
  @TempDir
  Path folder;

  @Test
  void axons_update_checker_is_not_on_the_class_path() {
    assertThat(System.getProperty("java.class.path")).doesNotContain("axon-update");
    assertThatThrownBy(() -> Class.forName("org.axonframework.update.UpdateCheckerConfigurationEnhancer"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> Class.forName("org.axonframework.update.UpdateChecker"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void a_ledger_in_use_asks_for_no_host_and_opens_no_connection() throws Exception {
    Used used = use();

    assertThat(used.output()).contains("recorded true").noneMatch(it -> it.startsWith("looked up "))
        .noneMatch(it -> it.startsWith("thread ") && it.toLowerCase(java.util.Locale.ROOT).contains("update"))
        .noneMatch(it -> it.startsWith("thread HttpClient"));
    assertThat(used.connections()).isZero();
    assertThat(folder.resolve(".axoniq")).doesNotExist();
  }

  @Test
  void a_request_would_have_been_noticed() throws Exception {
    Used used = use("and call home");

    assertThat(used.output()).contains("answered false", "recorded true");
    assertThat(used.connections()).isPositive();
  }

  private record Used(List<String> output, int connections) {}

  /** Uses a ledger in a process of its own, where every request would come to a proxy of ours. */
  private Used use(String... more) throws Exception {
    Path services = Files.createDirectories(folder.resolve("resolver/META-INF/services"));
    Files.writeString(services.resolve("java.net.spi.InetAddressResolverProvider"), NamesLookedUp.class.getName());
    AtomicInteger connections = new AtomicInteger();
    Thread accepting;
    List<String> output;
    try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      accepting = Thread.ofVirtual().start(() -> count(proxy, connections));
      List<String> command = new ArrayList<>(List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + folder,
          "-cp", System.getProperty("java.class.path") + File.pathSeparator + folder.resolve("resolver")));
      for (String scheme : List.of("http", "https")) {
        command.add("-D" + scheme + ".proxyHost=127.0.0.1");
        command.add("-D" + scheme + ".proxyPort=" + proxy.getLocalPort());
      }
      command.addAll(List.of("-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + proxy.getLocalPort()));
      command.addAll(List.of(LedgerInUse.class.getName(), folder.resolve("one.ledger").toString()));
      command.addAll(List.of(more));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).as(String.join("\n", output)).isZero();
    }
    accepting.join();
    return new Used(output, connections.get());
  }

  /** Counts and closes what connects, until the socket is closed. */
  private static void count(ServerSocket proxy, AtomicInteger connections) {
    while (true) {
      try {
        proxy.accept().close();
        connections.incrementAndGet();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
