package org.communityledger.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a recorded event: the id of the command that caused it and the event's number within that command.
 *
 * @param command the command
 * @param number 0 for the command's first event, 999,999,999 at most
 */
public record EventId(CommandId command, int number) implements Id {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9._~@/-]{1,100}\\.(" + NUMBER + ")");
  private static final int MOST = 999_999_999;

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
    String digits = text.substring(dot + 1);
    if (dot < 1 || !NUMBER.matcher(digits).matches()) {
      throw new IllegalArgumentException(Texts.quote(text) + " is not an event id: write <commandId>.<number>");
    }
    return new EventId(new CommandId(text.substring(0, dot)), Integer.parseInt(digits));
  }

  /** The event whose tag this is; empty if it is the tag of something else. */
  public static Optional<EventId> of(Tag tag) {
    return tag.key().equals("event") && TEXT.matcher(tag.value()).matches()
        ? Optional.of(parse(tag.value()))
        : Optional.empty();
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
