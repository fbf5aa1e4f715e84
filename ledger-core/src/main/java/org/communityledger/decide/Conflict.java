package org.communityledger.decide;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/**
 * What a rule finds where what it accepts is late: that a rule would have been broken, had everything been recorded on its
 * own day. It refuses nothing; {@link LateConflict} is recorded beside the rule's own events.
 *
 * @param about the tag of the thing it is about
 * @param rule the name of the refusal there would have been
 * @param overtaken the event recorded before that would have been refused; empty if that is the late entry itself, the
 *   first event of the rule's answer
 */
public record Conflict(Tag about, String rule, Optional<Overtaken> overtaken) {
  /** Of each of the events recorded before, which would have been refused had the late entry been there. */
  public static List<Conflict> ofEach(List<Overtaken> overtaken, Id about, Class<? extends Refusal> rule) {
    return overtaken.stream().map(it -> new Conflict(about.tag(), rule.getSimpleName(), Optional.of(it))).toList();
  }

  /** Of the late entry itself, which would have been refused on its own day, because what stood in its way ended later. */
  public static List<Conflict> ofItself(Header late, Optional<Overtaken> end, Id about, Class<? extends Refusal> rule) {
    return end.filter(it -> it.isAfter(late)).stream()
        .map(it -> new Conflict(about.tag(), rule.getSimpleName(), Optional.empty())).toList();
  }
}
