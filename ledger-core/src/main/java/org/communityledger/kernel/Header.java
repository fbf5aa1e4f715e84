package org.communityledger.kernel;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What comes with every command: its id, who asks, when it happened, how that is known.
 *
 * @param command the command's id; the same id again records nothing and returns the first receipt
 * @param actor who does it
 * @param occurred when it happened, no more exact than the source
 * @param source how it is known
 * @param reason why it is done, in the words of whoever does it; personal until proved otherwise, therefore sealed
 * @param correlation what joins this command with others of one matter
 * @param causation the event that led to this command
 * @param irregular why it is recorded although a rule speaks against it, if it is
 * @param today the day of recording in the ledger's time zone; stamped by the door, never by the caller
 */
public record Header(
    CommandId command,
    Actor actor,
    When occurred,
    Source source,
    Optional<Sealed<String>> reason,
    Optional<String> correlation,
    Optional<EventId> causation,
    Optional<Irregular> irregular,
    Optional<LocalDate> today) {
  public Header {
    correlation.ifPresent(Id::check);
    if (reason.isPresent() && reason.get() instanceof Sealed.Given<String> given && given.value().isBlank()) {
      throw new IllegalArgumentException("reason must not be blank; leave it out");
    }
  }

  public static Header of(CommandId command, Actor actor, When occurred, Source source) {
    return new Header(command, actor, occurred, source, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty());
  }

  /** The same header with a reason. */
  public Header because(Sealed<String> why) {
    return new Header(command, actor, occurred, source, Optional.of(why), correlation, causation, irregular,
        today);
  }

  /** The same header with a reason in plain words, which is sealed when the command is recorded. */
  public Header because(String why) {
    return because(Sealed.of(why));
  }

  public Header correlatedBy(String correlationId) {
    return new Header(command, actor, occurred, source, reason, Optional.of(correlationId), causation, irregular,
        today);
  }

  public Header causedBy(EventId event) {
    return new Header(command, actor, occurred, source, reason, correlation, Optional.of(event), irregular, today);
  }

  /** The same header for something that happened against a rule of the world. */
  public Header irregular(Irregular why) {
    return new Header(command, actor, occurred, source, reason, correlation, causation, Optional.of(why), today);
  }

  /** The same header for something that happened against a rule, with the reason in plain words, which is sealed later. */
  public Header irregular(String why, ApprovalId approval) {
    return irregular(new Irregular(Sealed.of(why), approval));
  }

  /** The same header for something that breaks no rule. */
  public Header regular() {
    return irregular.isEmpty()
        ? this
        : new Header(command, actor, occurred, source, reason, correlation, causation, Optional.empty(), today);
  }

  /** The same header for something that happened at another time. */
  public Header occurring(When other) {
    return new Header(command, actor, other, source, reason, correlation, causation, irregular, today);
  }

  /** The same header, decided on this day and with the moment it occurred placed on a day of the zone. */
  public Header stamped(LocalDate day, ZoneId zone) {
    return new Header(command, actor, occurred.inZone(zone), source, reason, correlation, causation, irregular,
        Optional.of(day));
  }

  /** Whether it brings somebody's words: the reason of the act, or why it is irregular. */
  public boolean bringsWords() {
    return reason.isPresent() || irregular.isPresent();
  }
}
