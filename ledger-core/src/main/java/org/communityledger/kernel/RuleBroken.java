package org.communityledger.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was recorded broke rules of the world, and was recorded all the same because it happened and somebody approved of
 * recording it. It is taken back with the event it is about and not on its own: the approval would be free again, while
 * what it allowed stands.
 *
 * @param about the tag of the thing it is about, or of the command where that is about no one thing
 * @param event the event that broke them; the first one, where a command led to several
 * @param rules the names of the refusals there would have been, in the order of the rule sheet; one at least
 * @param approval the approval of recording it
 */
public record RuleBroken(Tag about, EventId event, List<String> rules, Optional<ApprovalId> approval)
    implements
      Remark,
      UsesApproval,
      NeedsCompensation {
  public RuleBroken {
    rules = List.copyOf(rules);
    rules.forEach(it -> Texts.code("rules", it));
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("rules must not be empty");
    }
  }

  @Override
  public Set<Tag> tags() {
    Set<Tag> tags = new HashSet<>(Tag.allPresent(Optional.of(event), approval));
    tags.add(about);
    return Set.copyOf(tags);
  }
}
