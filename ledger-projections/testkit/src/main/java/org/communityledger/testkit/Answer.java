package org.communityledger.testkit;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Refusal;

/** What became of a command, and whether that is what a test expects. */
final class Answer {
  private final LedgerReader reader;
  private final Command command;
  private final long sizeBefore;
  private final Outcome outcome;
  private boolean seen;

  /**
   * An answer nobody has looked at.
   *
   * @param sizeBefore the number of entries before the command was sent
   */
  Answer(LedgerReader reader, Command command, long sizeBefore, Outcome outcome) {
    this.reader = reader;
    this.command = command;
    this.sizeBefore = sizeBefore;
    this.outcome = outcome;
  }

  void requireEvents(List<Event> expected) {
    seen = true;
    if (expected.isEmpty()) {
      throw new IllegalArgumentException("Name the events to be recorded, or say thenNothing()");
    }
    List<Long> positions = positions(receipt("to be recorded"));
    Assertions.assertThat(positions.stream().map(it -> reader.event(it).event())).as("events of " + command)
        .containsExactlyElementsOf(expected);
  }

  void requireNothing() {
    seen = true;
    List<Long> added = positions(receipt("to be accepted without recording anything")).stream()
        .filter(it -> it >= sizeBefore).toList();
    if (!added.isEmpty()) {
      throw new AssertionError("Expected " + command + " to record nothing, but it recorded\n"
          + new Telling(reader).entries(added));
    }
  }

  void requireRefusal(Refusal expected) {
    seen = true;
    Outcome.Refused refused = refused(expected.toString());
    if (!refused.refusal().equals(expected)) {
      throw new AssertionError(
          "Expected " + command + " to be refused with " + expected + ", but it was " + words(refused));
    }
  }

  void requireRefusal(Class<? extends Refusal> type) {
    seen = true;
    Outcome.Refused refused = refused(type.getSimpleName());
    if (!type.isInstance(refused.refusal())) {
      throw new AssertionError(
          "Expected " + command + " to be refused with " + type.getSimpleName() + ", but it was " + words(refused));
    }
  }

  void requireCauses(long... positions) {
    Outcome.Refused refused = refused("something");
    List<Long> expected = LongStream.of(positions).boxed().toList();
    if (!refused.causes().equals(expected)) {
      throw new AssertionError("Expected the refusal of " + command + " to be caused by " + numbers(expected)
          + ", but it was " + words(refused));
    }
  }

  /** A refusal that nobody expected must not pass for a step done. */
  void requireSeen() {
    if (!seen && outcome instanceof Outcome.Refused refused) {
      seen = true;
      throw new AssertionError("No then… looked at the answer to " + command + ", and it was " + words(refused));
    }
  }

  private Receipt receipt(String expectation) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.receipt();
      case Outcome.Refused refused ->
        throw new AssertionError("Expected " + command + " " + expectation + ", but it was " + words(refused));
    };
  }

  private Outcome.Refused refused(String expectation) {
    return switch (outcome) {
      case Outcome.Refused refused -> refused;
      case Outcome.Accepted accepted -> throw new AssertionError("Expected " + command + " to be refused with "
          + expectation + ", but it was accepted and recorded"
          + (accepted.receipt().entries().isEmpty()
              ? " nothing"
              : "\n" + new Telling(reader).entries(positions(accepted.receipt()))));
    };
  }

  private static List<Long> positions(Receipt receipt) {
    return receipt.entries().stream().map(Receipt.Line::position).toList();
  }

  private String words(Outcome.Refused refused) {
    String reason = "refused with " + refused.refusal() + ": " + refused.refusal().english();
    if (refused.absence().isPresent()) {
      Outcome.Absence absence = refused.absence().get();
      return reason + "\nNothing was found for " + absence.query() + " up to #" + absence.upTo();
    }
    return refused.causes().isEmpty()
        ? reason
        : reason + "\nCaused by\n" + new Telling(reader).entries(refused.causes());
  }

  private static String numbers(List<Long> positions) {
    return positions.stream().map(it -> "#" + it).collect(joining(", "));
  }
}
