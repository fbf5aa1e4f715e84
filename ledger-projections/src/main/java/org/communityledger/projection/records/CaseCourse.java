package org.communityledger.projection.records;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.Extent;
import org.communityledger.kernel.OrgId;

/**
 * How a case stands, as far as it takes to see what is odd.
 *
 * @param open whether there is still something to do
 * @param owner who accepted it
 * @param dueBy the due date in force
 * @param planned how much of the matter the plan agreed last covers
 * @param done how much of it the last completion covers
 */
public record CaseCourse(
    boolean open,
    Optional<OrgId> owner,
    Optional<LocalDate> dueBy,
    Optional<Extent> planned,
    Optional<Extent> done) {
  static final CaseCourse REPORTED = new CaseCourse(true, Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty());

  CaseCourse accepted(OrgId by, Optional<LocalDate> due) {
    return new CaseCourse(true, Optional.of(by), due, planned, done);
  }

  CaseCourse open(boolean isOpen) {
    return new CaseCourse(isOpen, owner, dueBy, planned, done);
  }

  CaseCourse due(LocalDate by) {
    return new CaseCourse(open, owner, Optional.of(by), planned, done);
  }

  CaseCourse planned(Extent extent) {
    return new CaseCourse(open, owner, dueBy, Optional.of(extent), done);
  }

  CaseCourse done(Extent extent) {
    return new CaseCourse(open, owner, dueBy, planned, Optional.of(extent));
  }

  /** Whether something else is done than was planned, as far as both are known. */
  boolean differs() {
    return planned.isPresent() && done.isPresent() && planned.get() != Extent.UNKNOWN && done.get() != Extent.UNKNOWN
        && planned.get() != done.get();
  }
}
