package org.communityledger;

import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.registerPlace;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A program of its own that uses a ledger for some seconds; told to, it also makes a request, as a guard of the test. */
final class LedgerInUse {
  private LedgerInUse() {}

  public static void main(String[] arguments) throws Exception {
    try (Ledger ledger = Ledger.at(Path.of(arguments[0])).unrestricted().open()) {
      if (arguments.length > 1) {
        callHome();
      }
      // The update checker of Axon would ask one second after the start.
      long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
      int commands = 0;
      while (System.nanoTime() < end) {
        commands++;
        ledger.record(registerPlace("p" + commands), header("c" + commands));
      }
      Thread.getAllStackTraces().keySet().forEach(it -> System.out.println("thread " + it.getName()));
      System.out.println("recorded " + (ledger.reader().size() > 1));
    }
  }

  private static void callHome() {
    HttpRequest request = HttpRequest.newBuilder(URI.create("https://get.axoniq.io/updates/framework"))
        .timeout(Duration.ofSeconds(10)).build();
    CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient().sendAsync(request,
        HttpResponse.BodyHandlers.ofString());
    System.out.println("answered " + answer.handle((response, failure) -> failure == null).join());
  }
}
