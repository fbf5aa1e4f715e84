package org.communityledger.kernel;

import java.util.Optional;

/**
 * The id of a recorded event: the id of the command that caused it and the event's number within that command.
 *
 * @param command the command
 * @param number 0 for the command's first event, 999,999,999 at most
 */
public record EventId(CommandId command, int number) implements Id {
  private static final int MOST = 999_999_999;
  private static final int MOST_DIGITS = 9;

  public EventId {
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("An event's number within its command is 0 to " + MOST + ", not " + number);
    }
  }

  /**
   * Reads {@code <commandId>.<number>}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static EventId parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 1 || !isNumber(text, dot + 1)) {
      throw new IllegalArgumentException(Texts.quote(text) + " is not an event id: write <commandId>.<number>");
    }
    return new EventId(new CommandId(text.substring(0, dot)), Integer.parseInt(text, dot + 1, text.length(), 10));
  }

  private static boolean isNumber(String text, int from) {
    int digits = text.length() - from;
    boolean fits = digits == 1 || (digits > 1 && digits <= MOST_DIGITS && text.charAt(from) != '0');
    for (int i = from; fits && i < text.length(); i++) {
      fits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return fits;
  }

  /** The event whose tag this is; empty if it is the tag of something else. */
  public static Optional<EventId> of(Tag tag) {
    int dot = tag.value().lastIndexOf('.');
    return tag.key().equals("event") && dot > 0 && isNumber(tag.value(), dot + 1)
        && Id.isWellFormed(tag.value().substring(0, dot)) ? Optional.of(parse(tag.value())) : Optional.empty();
  }

  @Override
  public String value() {
    return command.value() + "." + number;
  }

  /** The tag carried by events that cite this one; the event itself does not carry it. */
  @Override
  public Tag tag() {
    return new Tag("event", value());
  }

  @Override
  public String toString() {
    return value();
  }
}
