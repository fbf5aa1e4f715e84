package org.communityledger.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.kernel.About;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Remark;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.Tag;

/** The events of one command as they are put together: those of each answer, and after them what is remarked on them. */
final class Proposals {
  private final List<Proposal> all = new ArrayList<>();

  List<Proposal> all() {
    return all;
  }

  /** Whether something among them is irregular. */
  boolean areIrregular() {
    return all.stream().anyMatch(it -> it.event() instanceof RuleBroken);
  }

  /**
   * Adds the events of an answer.
   *
   * @param answered the command it answers
   * @param about whom or what the sealed values are about
   */
  void add(Decision.Accept answer, Submission answered, Optional<EventId> corrects, Set<SealedFor> about) {
    Header sent = answered.header();
    Header header = answer.objections().isEmpty() ? sent.regular() : sent;
    int number = all.size();
    EventId first = new EventId(header.command(), number);
    answer.events().forEach(it -> all.add(new Proposal(it, header, corrects, about)));
    if (!answer.objections().isEmpty()) {
      List<String> rules = answer.objections().stream().map(Decision.Refuse::refusal).map(Refusal::name).toList();
      Optional<ApprovalId> approval = header.irregular().map(Irregular::approval);
      all.add(remark(new RuleBroken(targetOf(answered), first, rules, approval), sent, about));
    }
    for (Conflict each : answer.conflicts()) {
      EventId late = new EventId(header.command(), number + each.number());
      EventId event = each.overtaken().map(Overtaken::event).orElse(late);
      Header then = each.overtaken().map(it -> sent.occurring(it.occurred())).orElse(sent);
      all.add(remark(new LateConflict(each.about(), event, late, each.rule()), then, about));
    }
  }

  private static Proposal remark(Remark remark, Header header, Set<SealedFor> about) {
    return new Proposal(remark, header.regular(), Optional.empty(), about);
  }

  /** What an approval is given for: the thing the command is about, or the command. */
  static Tag targetOf(Submission submission) {
    return submission.command() instanceof About about ? about.subject().tag() : submission.header().command().tag();
  }
}
