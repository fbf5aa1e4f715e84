package org.communityledger.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.jspecify.annotations.Nullable;

/**
 * The header of an event as Axon metadata. An application that appends events of its own through Axon puts
 * {@link #ACTOR}, {@link #ROLE}, {@link #OCCURRED} and {@link #SOURCE} into their metadata; without them the append is
 * refused.
 */
public final class HeaderMetadata {
  /** Who did it: {@code person:…}, {@code household:…} or {@code org:…}. */
  public static final String ACTOR = "ledger.actor";
  /** In which role. */
  public static final String ROLE = "ledger.role";
  /** For which organisation, its id; optional. */
  public static final String ON_BEHALF_OF = "ledger.onBehalfOf";
  /** When it happened: a date, {@code 2024-08-02}, or an instant, {@code 2024-08-02T09:00:00Z}. */
  public static final String OCCURRED = "ledger.occurred";
  /** How it is known: kind and reference, {@code FORM:F-12}. */
  public static final String SOURCE = "ledger.source";

  private HeaderMetadata() {}

  static void write(Header header, Map<String, String> metadata) {
    metadata.put(ACTOR, header.actor().who().tag().toString());
    metadata.put(ROLE, header.actor().role());
    header.actor().onBehalfOf().ifPresent(it -> metadata.put(ON_BEHALF_OF, it.value()));
    When occurred = header.occurred();
    if (occurred.instant().isPresent()) {
      metadata.put(OCCURRED, occurred.instant().get().toString());
    } else if (occurred.isOneDay()) {
      metadata.put(OCCURRED, occurred.earliest().orElseThrow().toString());
    }
    metadata.put(SOURCE, header.source().kind() + ":" + header.source().ref());
  }

  /**
   * Reads the header of an application's own event.
   *
   * @throws IllegalArgumentException naming the key that is missing or not well-formed
   */
  static Header read(CommandId command, Map<String, String> metadata) {
    Actor actor = new Actor(Party.parse(required(metadata, ACTOR)),
        Optional.ofNullable(metadata.get(ON_BEHALF_OF)).map(OrgId::new), required(metadata, ROLE));
    String source = required(metadata, SOURCE);
    int colon = source.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(SOURCE + " must be kind and reference like FORM:F-12, not " + source);
    }
    Source.Kind kind = Source.Kind.valueOf(source.substring(0, colon).toUpperCase(Locale.ROOT));
    return Header.of(command, actor, occurred(required(metadata, OCCURRED)),
        Source.of(kind, source.substring(colon + 1)));
  }

  private static When occurred(String text) {
    try {
      return text.indexOf('T') < 0 ? When.on(LocalDate.parse(text)) : When.at(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          OCCURRED + " must be a date like 2024-08-02 or an instant like 2024-08-02T09:00:00Z, not " + text, e);
    }
  }

  private static String required(Map<String, String> metadata, String key) {
    @Nullable
    String value = metadata.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The event's metadata lacks " + key + "; every event names its actor, role,"
          + " day and source (" + ACTOR + ", " + ROLE + ", " + OCCURRED + ", " + SOURCE + ")");
    }
    return value;
  }
}
