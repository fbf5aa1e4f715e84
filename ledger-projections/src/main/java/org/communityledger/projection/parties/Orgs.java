package org.communityledger.projection.parties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.OrgId;

/** The rows of an {@link OrgTree}, and the ways up and down between them. Immutable. */
public final class Orgs {
  private final Map<OrgId, OrgRow> rows;

  Orgs(Map<OrgId, OrgRow> rows) {
    this.rows = rows;
  }

  /** All organisations, in the order in which they were registered. */
  public Collection<OrgRow> all() {
    return rows.values();
  }

  public Optional<OrgRow> find(OrgId org) {
    return Optional.ofNullable(rows.get(org));
  }

  /** Those with nothing above them. */
  public List<OrgRow> roots() {
    return rows.values().stream().filter(it -> it.parent().isEmpty()).toList();
  }

  /** Those next below one. */
  public List<OrgRow> below(OrgId org) {
    return rows.values().stream().filter(it -> it.parent().filter(org::equals).isPresent()).toList();
  }

  /** Those above one, the next first. What is recorded without rules may lead in a circle; then each is named once. */
  public List<OrgRow> above(OrgId org) {
    List<OrgRow> above = new ArrayList<>();
    Optional<OrgRow> next = parentOf(find(org));
    while (next.isPresent() && !above.contains(next.get())) {
      above.add(next.get());
      next = parentOf(next);
    }
    return List.copyOf(above);
  }

  private Optional<OrgRow> parentOf(Optional<OrgRow> row) {
    return row.flatMap(OrgRow::parent).flatMap(this::find);
  }
}
