package org.communityledger.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy written as a table, one line for each act: what, who, where. Immutable.
 *
 * <pre>{@code
 * | what | who | where |
 * |---|---|---|
 * | cases.VerifyWork | community worker, subdistrict officer | jurisdiction |
 * | open CASE for audit | auditor | everywhere |
 * }</pre>
 *
 * <p>{@code where} is {@code jurisdiction}, {@code anywhere} or {@code everywhere}, as {@link AccessPolicy.Reach} has it;
 * {@code nobody} as the only role is for acts that no role may do.
 */
public final class PolicyTable implements AccessPolicy {
  private static final String NOBODY = "nobody";

  private final Map<String, Row> rows;

  private PolicyTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  /**
   * A line of the table.
   *
   * @param act what may be done
   * @param roles who may do it; nobody if empty
   * @param reach where
   */
  public record Row(String act, List<String> roles, Reach reach) {
    public Row {
      roles = List.copyOf(roles);
    }
  }

  /** The table that is used unless another policy is named; also printed in docs/access.md. */
  public static PolicyTable shipped() {
    try (InputStream table = PolicyTable.class.getResourceAsStream("policy.md")) {
      if (table == null) {
        throw new IllegalStateException("The access policy is missing in the library's files");
      }
      return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The access policy cannot be read", e);
    }
  }

  /**
   * Reads a table; lines that do not begin with a bar are comment.
   *
   * @throws IllegalArgumentException if a line has another form, or an act stands twice, naming the line
   */
  public static PolicyTable parse(String text) {
    Map<String, Row> rows = new LinkedHashMap<>();
    text.lines().filter(it -> it.startsWith("|")).skip(2).forEach(line -> {
      Row row = row(line);
      if (rows.put(row.act(), row) != null) {
        throw new IllegalArgumentException(row.act() + " stands twice: " + line);
      }
    });
    return new PolicyTable(rows);
  }

  private static Row row(String line) {
    List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 4) {
      throw new IllegalArgumentException("A line of a policy is | what | who | where |, not " + line);
    }
    List<String> roles = listed(cells.get(1));
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Nobody is named; write '" + NOBODY + "' if no role may do it: " + line);
    }
    return roles.equals(List.of(NOBODY))
        ? new Row(cells.getFirst(), List.of(), Reach.NONE)
        : new Row(cells.getFirst(), roles, reachIn(cells.get(2), line));
  }

  private static List<String> listed(String cell) {
    return Stream.of(cell.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static Reach reachIn(String cell, String line) {
    return switch (cell) {
      case "jurisdiction" -> Reach.JURISDICTION;
      case "anywhere" -> Reach.ANYWHERE;
      case "everywhere" -> Reach.EVERYWHERE;
      default -> throw new IllegalArgumentException(
          "'" + cell + "' is none of jurisdiction, anywhere, everywhere: " + line);
    };
  }

  /** What the line is called that says who may read values sealed for something, and what for. */
  public static String opening(String keyPurpose, String readingPurpose) {
    return "open " + keyPurpose + " for " + readingPurpose;
  }

  /** All lines, in their order. */
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  @Override
  public Reach reach(String act, String role) {
    return Optional.ofNullable(rows.get(act)).filter(it -> it.roles().contains(role)).map(Row::reach)
        .orElse(Reach.NONE);
  }

  @Override
  public List<String> rolesFor(String act) {
    return Optional.ofNullable(rows.get(act)).map(Row::roles).orElse(List.of());
  }

  @Override
  public Reach reachOfOpening(String keyPurpose, String readingPurpose, String role) {
    return reach(opening(keyPurpose, readingPurpose), role);
  }

  @Override
  public List<String> purposesFor(String keyPurpose) {
    String beginning = opening(keyPurpose, "");
    return rows.keySet().stream().filter(it -> it.startsWith(beginning)).map(it -> it.substring(beginning.length()))
        .toList();
  }
}
