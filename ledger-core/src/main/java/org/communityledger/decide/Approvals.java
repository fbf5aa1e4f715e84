package org.communityledger.decide;

import java.util.Optional;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Tag;

/** Asks whether an approval allows an act: how the context that keeps approvals tells of them. Pure. */
@FunctionalInterface
public interface Approvals {
  /**
   * Why the approval does not allow the act; empty if it does.
   *
   * @param approval the approval cited
   * @param act the stored name of the command
   * @param target the tag of what it is done to
   * @param header the header of the command
   */
  Reading<Optional<Decision>> objection(ApprovalId approval, String act, Tag target, Header header);
}
