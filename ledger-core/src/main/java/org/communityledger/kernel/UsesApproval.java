package org.communityledger.kernel;

import java.util.Optional;

/** An event that used up an approval. It carries the approval's tag. */
public interface UsesApproval extends Event {
  /** The approval used, if the act needed one. */
  Optional<ApprovalId> approval();
}
