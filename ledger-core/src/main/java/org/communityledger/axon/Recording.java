package org.communityledger.axon;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.communityledger.decide.Proposal;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Receipt;
import org.communityledger.log.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's handler leaves in its processing context for the storage engine, and where the engine leaves the
 * receipt. Used by one thread at a time.
 */
final class Recording {
  static final ResourceKey<Recording> KEY = ResourceKey.withLabel("ledger.recording");

  private final Submission submission;
  private final String rules;
  private final List<Proposal> proposals;
  private final Outlook outlook;
  private volatile @Nullable Receipt receipt;

  Recording(Submission submission, String rules, List<Proposal> proposals, Outlook outlook) {
    this.submission = submission;
    this.rules = rules;
    this.proposals = proposals;
    this.outlook = outlook;
  }

  Submission submission() {
    return submission;
  }

  String rules() {
    return rules;
  }

  List<Proposal> proposals() {
    return proposals;
  }

  /** What the rule saw. */
  Outlook outlook() {
    return outlook;
  }

  /** The id of the message of the next proposal, when so many are left. */
  EventId nextId(int left) {
    return new EventId(submission.header().command(), proposals.size() - left);
  }

  Optional<Receipt> receipt() {
    return Optional.ofNullable(receipt);
  }

  void recorded(Receipt durable) {
    receipt = durable;
  }
}
