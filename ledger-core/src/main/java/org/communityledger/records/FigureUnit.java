package org.communityledger.records;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communityledger.kernel.Unit;

/** What a figure counts: always the same, or what one of its labels says. Immutable. */
public sealed interface FigureUnit {
  /** Stands for the unit that only the ledger knows. */
  String ANY = "*";

  /**
   * One unit, whatever the labels.
   *
   * @param unit the unit
   */
  record Always(Unit unit) implements FigureUnit {}

  /**
   * The value of a label is the unit: {@code unit=COPY}.
   *
   * @param label the label's name
   */
  record Named(String label) implements FigureUnit {}

  /**
   * A unit for each value of a label: what is counted of persons is not what is counted of households.
   *
   * @param label the label's name
   * @param units the units by the label's values, which can be no others
   */
  record Listed(String label, SortedMap<String, Unit> units) implements FigureUnit {
    public Listed {
      units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }
  }

  /**
   * A unit for each value of a label, of which only the ledger's entries tell: each frame counts its own units.
   *
   * @param label the label's name
   */
  record Recorded(String label) implements FigureUnit {}

  /**
   * The code of the unit that is counted under these labels; {@value #ANY} where only the ledger knows it, empty if there
   * is none, because the label that says it is not there or says something else.
   */
  default Optional<String> code(Map<String, String> labels) {
    return switch (this) {
      case Always(Unit unit) -> Optional.of(unit.code());
      case Named(String label) -> Optional.ofNullable(labels.get(label)).filter(Unit::isCode);
      case Listed(String label, SortedMap<String, Unit> units) ->
        Optional.ofNullable(labels.get(label)).flatMap(it -> Optional.ofNullable(units.get(it))).map(Unit::code);
      case Recorded(String label) -> Optional.ofNullable(labels.get(label)).map(it -> ANY);
    };
  }

  /**
   * Reads {@code ITEM}, {@code unit: its value}, {@code party: household HOUSEHOLD, person PERSON} or
   * {@code frame: its own}.
   */
  static FigureUnit parse(String cell) {
    int colon = cell.indexOf(':');
    if (colon < 0) {
      return new Always(new Unit(cell));
    }
    String label = cell.substring(0, colon);
    String units = cell.substring(colon + 1).strip();
    return switch (units) {
      case "its value" -> new Named(label);
      case "its own" -> new Recorded(label);
      default -> {
        SortedMap<String, Unit> listed = new TreeMap<>();
        Arrays.stream(units.split(",")).map(it -> it.strip().split(" "))
            .forEach(it -> listed.put(it[0], new Unit(it[1])));
        yield new Listed(label, listed);
      }
    };
  }
}
