package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.projection.Projection;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;

/** The projections that come with the library. */
final class Shipped {
  static final List<Projection<?, ?>> ALL = List.of(new CaseRegister(), new HazardFixHistory());

  private Shipped() {}

  /** Their names, for people. */
  static String names() {
    return String.join(" and ", ALL.stream().map(it -> it.getClass().getSimpleName()).toList());
  }
}
