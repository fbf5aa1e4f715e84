package org.communityledger.projection.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.OrgRegistered;

/**
 * An organisation as it is registered.
 *
 * @param org the organisation
 * @param kind what sort of organisation
 * @param name its name
 * @param nameComplete false where the source cuts the name off or leaves it out
 * @param parent the organisation next above
 * @param place where it is
 * @param aliases its other names, in the order in which they were first recorded
 */
public record OrgRow(
    OrgId org,
    String kind,
    String name,
    boolean nameComplete,
    Optional<OrgId> parent,
    Optional<PlaceId> place,
    List<Alias> aliases) {
  public OrgRow {
    aliases = List.copyOf(aliases);
  }

  /**
   * Another name.
   *
   * @param text the name
   * @param confirmed whether it is certain that it stands for this organisation
   */
  public record Alias(String text, boolean confirmed) {}

  static OrgRow of(OrgRegistered it) {
    return new OrgRow(it.org(), it.kind(), it.name(), it.nameComplete(), it.parent(), it.place(), List.of());
  }

  OrgRow named(AliasRecorded recorded) {
    Alias alias = new Alias(recorded.alias(), recorded.confirmed());
    boolean known = aliases.stream().anyMatch(it -> it.text().equals(alias.text()));
    List<Alias> named = known
        ? aliases.stream().map(it -> it.text().equals(alias.text()) ? alias : it).toList()
        : Stream.concat(aliases.stream(), Stream.of(alias)).toList();
    return new OrgRow(org, kind, name, nameComplete, parent, place, named);
  }
}
