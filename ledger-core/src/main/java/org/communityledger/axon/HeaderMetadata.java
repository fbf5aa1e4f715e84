package org.communityledger.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  /**
   * The approval by which something irregular was recorded; only the ledger's own rules find that it is, so that an
   * application's events do not have it.
   */
  public static final String IRREGULAR = "ledger.irregular";

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
    header.irregular().ifPresent(it -> metadata.put(IRREGULAR, it.approval().value()));
  }

  /**
   * Reads the header of an application's own event.
   *
   * @throws IllegalArgumentException naming the key that is missing or not well-formed
   */
  static Header read(CommandId command, Map<String, String> metadata) {
    Party who = parsed(metadata, ACTOR, "person:…, household:… or org:…", Party::parse);
    Optional<OrgId> office = metadata.containsKey(ON_BEHALF_OF)
        ? Optional.of(parsed(metadata, ON_BEHALF_OF, "an organisation's id", OrgId::new))
        : Optional.empty();
    Actor actor = parsed(metadata, ROLE, "a short text", role -> new Actor(who, office, role));
    When occurred = parsed(metadata, OCCURRED, "a date like 2024-08-02 or an instant like 2024-08-02T09:00:00Z",
        it -> it.indexOf('T') < 0 ? When.on(LocalDate.parse(it)) : When.at(Instant.parse(it)));
    Source source = parsed(metadata, SOURCE, "kind and reference like FORM:F-12, the kind one of "
        + List.of(Source.Kind.values()), HeaderMetadata::source);
    return Header.of(command, actor, occurred, source);
  }

  private static Source source(String text) {
    int colon = text.indexOf(':');
    Source.Kind kind = Source.Kind.valueOf(text.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT));
    return Source.of(kind, text.substring(colon + 1));
  }

  private static <T> T parsed(Map<String, String> metadata, String key, String form, Function<String, T> reader) {
    String text = required(metadata, key);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new IllegalArgumentException("The event's metadata has " + key + " '" + text + "'; it must be " + form, e);
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
