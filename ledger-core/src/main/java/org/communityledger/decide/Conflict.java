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
 * @param number which of the events of the rule's answer is the late one, from 0
 * @param about the tag of the thing it is about
 * @param rule the name of the refusal there would have been
 * @param overtaken the event recorded before that would have been refused; empty if that is the late entry itself
 */
public record Conflict(int number, Tag about, String rule, Optional<Overtaken> overtaken) {
  /** Where the first event of the answer is the late one. */
  public Conflict(Tag about, String rule, Optional<Overtaken> overtaken) {
    this(0, about, rule, overtaken);
  }

  /** Of each of the events recorded before, which would have been refused had the late entry been there. */
  public static List<Conflict> ofEach(List<Overtaken> overtaken, Id about, Class<? extends Refusal> rule) {
    return overtaken.stream().map(it -> new Conflict(0, about.tag(), rule.getSimpleName(), Optional.of(it))).toList();
  }

  /** Of the late entry itself, which would have been refused on its own day, because what stood in its way ended later. */
  public static List<Conflict> ofItself(Header late, Optional<Overtaken> end, Id about, Class<? extends Refusal> rule) {
    return end.filter(it -> it.isAfter(late)).stream()
        .map(it -> new Conflict(0, about.tag(), rule.getSimpleName(), Optional.empty())).toList();
  }

  /** The same where another event of the answer is the late one. */
  public Conflict at(int other) {
    return new Conflict(other, about, rule, overtaken);
  }
}
