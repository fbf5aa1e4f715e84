package org.communityledger.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.codec.CommandNames;
import org.communityledger.codec.PlainValues;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Personal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.seal.sqlite.SqlitePersonalStore;

/** A personal store in a folder as tests, crashes and attackers handle it. */
final class SealingInUse implements InstantSource {
  static final String ORIGIN = "ledger.example.org/test";
  static final PersonId LIU = new PersonId("p-liu");
  static final PersonId WANG = new PersonId("p-wang");

  final Path store;
  final Path keys;
  /** The erasures the log has, as {@code <request> <subject>}. */
  final Set<String> log = new HashSet<>();
  private Instant now = Instant.parse("2026-11-25T08:00:00Z");

  SealingInUse(Path folder) {
    this.store = SqlitePersonalStore.fileBeside(folder.resolve("town.ledger"));
    this.keys = KeyRing.fileBeside(folder.resolve("town.ledger"));
  }

  /** A visit to somebody: who it was, and what was found. */
  record Visit(PersonId person, Sealed<Card> card, Optional<Sealed<String>> findings) implements Command, Personal {
    static Visit to(PersonId person, String name, String findings) {
      return new Visit(person, Sealed.of(new Card(name, LocalDate.of(1950, 3, 1))), Optional.of(Sealed.of(findings)));
    }

    @Override
    public SealedFor sealedFor(String member) {
      return SealedFor.of(person, member.equals("card") ? "IDENTITY" : "HEALTH");
    }
  }

  record Card(String name, LocalDate born) {}

  record Visited(PersonId person, Sealed<String> findings) implements Event, Personal {
    @Override
    public Set<Tag> tags() {
      return Set.of(person.tag());
    }

    @Override
    public SealedFor sealedFor(String member) {
      return SealedFor.of(person, "HEALTH");
    }
  }

  static Header header(String command) {
    return Header.of(new CommandId(command), Actor.of(new PersonId("p-worker"), "grid worker"),
        When.on(LocalDate.of(2026, 11, 25)), Source.of(Source.Kind.FORM, "F-1"));
  }

  Vault open() {
    return open(KeyRing.inFile(keys));
  }

  Vault open(KeyRing ring) {
    return Vault.open(SqlitePersonalStore.open(store, ORIGIN), ring, ORIGIN,
        new PlainValues(new CommandNames(Map.of())),
        this, (request, subject) -> log.contains(request + " " + subject));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  /** Seals a visit and stores it, as the log does before a commit. */
  static Visit recorded(Vault vault, String command, Visit visit) {
    SealedCommand sealed = vault.seal(visit, header(command));
    vault.store(List.of(command), (id, value) -> true);
    return (Visit) sealed.command();
  }

  static String nameIn(Vault vault, String command, Visit visit) {
    return switch (vault.open(new CommandId(command), "/data/fact/card", visit.card(), Card.class)) {
      case Opened.Plain<Card> plain -> plain.value().name();
      case Opened.Erased<Card> erased -> "erased by " + erased.request();
    };
  }

  static String findingsIn(Vault vault, String command, Visit visit) {
    return switch (vault.open(new CommandId(command), "/data/fact/findings", visit.findings().orElseThrow(),
        String.class)) {
      case Opened.Plain<String> plain -> plain.value();
      case Opened.Erased<String> erased -> "erased by " + erased.request();
    };
  }

  /** Forgets a person on a request the log has. */
  Destroyed forget(Vault vault, PersonId person, String request) {
    log.add(request + " " + person.tag());
    return vault.destroy(person.tag(), EventId.parse(request), now);
  }

  void sql(String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The rows of a query, their columns joined with a bar. */
  List<String> rows(String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          text.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        rows.add(text.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  byte[] bytes(String query) {
    return HexFormat.of().parseHex(rows("SELECT hex((" + query + "))").getFirst());
  }

  /** The names of files in the store's folder that hold the bytes. */
  List<String> filesWith(byte[] searched) {
    String needle = new String(searched, StandardCharsets.ISO_8859_1);
    try (var files = Files.list(store.resolveSibling("."))) {
      return files.filter(it -> text(it).contains(needle)).map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
