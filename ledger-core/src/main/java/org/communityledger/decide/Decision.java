package org.communityledger.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.When;

/** A rule's answer. */
public sealed interface Decision {
  static Decision accept(Event... events) {
    return new Accept(List.of(events), List.of());
  }

  static Decision accept(List<? extends Event> events) {
    return new Accept(events, List.of());
  }

  /** Refuses because of events that happened, named by their positions. */
  static Decision refuse(Refusal refusal, long... causes) {
    return new Refuse(refusal, LongStream.of(causes).sorted().distinct().boxed().toList(), Optional.empty());
  }

  /** Refuses because something is absent: nothing was found by the selection. */
  static Decision refuseAbsent(Refusal refusal, Selection nothingFound) {
    return new Refuse(refusal, List.of(), Optional.of(nothingFound));
  }

  /** The same answer; if it accepts, with what is remarked because the entry is late. */
  default Decision with(List<Conflict> conflicts) {
    return switch (this) {
      case Refuse refuse -> refuse;
      case Accept accept -> accept.late(conflicts);
    };
  }

  /**
   * The same answer, if nothing speaks against it. Of an objection added here, as against one that refuses, there is an
   * exception: it guards the world, not the record, so what happened all the same is recorded if the header says that it
   * is irregular and cites an approval. Without that, the first objection refuses; where the answer refuses already, that
   * counts.
   *
   * <pre>{@code
   * return accept(new Delivered(…)).unless(alreadyServed(…)).unless(roundClosed(…));
   * }</pre>
   *
   * @param objection a refusal, if the rule finds one
   */
  default Decision unless(Optional<Decision> objection) {
    return switch (this) {
      case Refuse refuse -> refuse;
      case Accept accept -> objection.map(Refuse.class::cast).<Decision>map(accept::against).orElse(accept);
    };
  }

  /**
   * The command is granted.
   *
   * @param events what happened
   * @param replacements commands to be decided in the same append, each in the place of an event just retracted
   * @param conflicts what is remarked because the entry is late
   * @param objections what speaks against it, unless it is irregular
   */
  record Accept(
      List<Event> events,
      List<Replacement> replacements,
      List<Conflict> conflicts,
      List<Refuse> objections) implements Decision {
    public Accept {
      events = List.copyOf(events);
      replacements = List.copyOf(replacements);
      conflicts = List.copyOf(conflicts);
      objections = List.copyOf(objections);
    }

    public Accept(List<? extends Event> events, List<Replacement> replacements) {
      this(List.copyOf(events), replacements, List.of(), List.of());
    }

    private Accept against(Refuse objection) {
      return new Accept(events, replacements, conflicts, with(objections, List.of(objection)));
    }

    private Accept late(List<Conflict> more) {
      return new Accept(events, replacements, with(conflicts, more), objections);
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }
  }

  /**
   * The command is not granted.
   *
   * @param refusal why
   * @param causes the positions of the events that caused it
   * @param nothingFound where something is absent, what was looked for
   */
  record Refuse(Refusal refusal, List<Long> causes, Optional<Selection> nothingFound) implements Decision {
    public Refuse {
      causes = List.copyOf(causes);
    }
  }

  /**
   * A command that says rightly what another event said wrongly. It is decided on the history before that event, and
   * its events stand in that event's place.
   *
   * @param command the command
   * @param occurred when it happened
   * @param corrects the event in whose place its events stand
   */
  record Replacement(Command command, When occurred, EventId corrects) {}
}
