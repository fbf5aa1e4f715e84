package org.communityledger.parties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Texts;
import org.communityledger.parties.PartyEvent.AliasRecorded;

/**
 * What another name stands for.
 *
 * @param target the organisation or place
 * @param confirmed whether that is certain
 * @param position the event that says so
 */
record Alias(Tag target, boolean confirmed, long position) {
  private static final int MOST = 60;

  /**
   * The organisation or place meant.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Id named(Tag target) {
    return switch (target.key()) {
      case "org" -> new OrgId(target.value());
      case "place" -> new PlaceId(target.value());
      default -> throw new IllegalArgumentException(
          "target must be an organisation or a place, org:<id> or place:<id>, not '" + target + "'");
    };
  }

  /**
   * The tag of an alias: {@code alias:org:…}, the name in percent encoding, since tags are of visible ASCII.
   *
   * @throws IllegalArgumentException if the alias is no name, or too long for a tag
   */
  static Tag tagOf(Tag target, String alias) {
    Texts.check("alias", alias, MOST);
    return new Tag("alias", target.key() + ":" + URLEncoder.encode(alias, StandardCharsets.UTF_8));
  }

  /** What the name stands for among things of the target's kind, if for anything. */
  static Reading<Optional<Alias>> reading(Tag target, String alias) {
    return Reading.of(Selection.of(tagOf(target, alias), AliasRecorded.class), Optional.empty(),
        (found, recorded) -> recorded.event() instanceof AliasRecorded it
            ? Optional.of(new Alias(it.target(), it.confirmed(), recorded.position()))
            : found);
  }
}
