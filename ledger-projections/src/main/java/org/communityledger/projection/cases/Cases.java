package org.communityledger.projection.cases;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.CaseId;

/** The rows of a {@link CaseRegister} and what can be counted in them. Immutable. */
public final class Cases {
  private final Map<CaseId, CaseRow> rows;

  Cases(Map<CaseId, CaseRow> rows) {
    this.rows = rows;
  }

  /** All cases, in the order in which they were reported. */
  public Collection<CaseRow> all() {
    return rows.values();
  }

  public Optional<CaseRow> find(CaseId id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** How many cases there are of each kind; kinds without cases are left out. */
  public Map<CaseKind, Long> byKind() {
    return count(CaseKind.class, CaseRow::kind);
  }

  /** How many cases stand at each stage; stages without cases are left out. */
  public Map<Stage, Long> byStage() {
    return count(Stage.class, CaseRow::stage);
  }

  /** How many cases of each kind stand at each stage; what has no cases is left out. */
  public Map<CaseKind, Map<Stage, Long>> byKindAndStage() {
    return rows.values().stream().collect(Collectors.groupingBy(CaseRow::kind, () -> new EnumMap<>(CaseKind.class),
        Collectors.groupingBy(CaseRow::stage, () -> new EnumMap<>(Stage.class), Collectors.counting())));
  }

  /** The cases whose work is said to be done and was not verified since by somebody else. */
  public List<CaseRow> doneButUnverified() {
    return rows.values().stream().filter(CaseRow::isDoneButUnverified).toList();
  }

  private <E extends Enum<E>> Map<E, Long> count(Class<E> type, Function<CaseRow, E> by) {
    return rows.values().stream()
        .collect(Collectors.groupingBy(by, () -> new EnumMap<>(type), Collectors.counting()));
  }
}
