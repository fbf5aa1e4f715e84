package org.communityledger.projection.parties;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.OrgRegistration;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.MembershipEvent.BranchDissolved;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/**
 * Each organisation with its other names; {@link #in} gives what stands above and below.
 *
 * <p>Its figures, in {@link Unit#ITEM}: <code>orgs.registered{kind}</code>, every organisation, and
 * <code>orgs.branches{parent}</code>, the branches founded and not dissolved. Rows are found by {@code parent}, {@code place}
 * and {@code kind}.
 */
public final class OrgTree implements Projection<OrgId, OrgRow> {
  private static final FigureKey REGISTERED = FigureKey.of("orgs.registered");
  private static final FigureKey BRANCHES = FigureKey.of("orgs.branches");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The tree as a replay left it.
   *
   * @throws IllegalArgumentException if it was not part of the replay
   */
  public static Orgs in(Views views) {
    return new Orgs(views.rows(new OrgTree()));
  }

  @Override
  public String name() {
    return "parties.OrgTree";
  }

  @Override
  public int version() {
    return 2; // since 2, branches founded and dissolved are told
  }

  @Override
  public Class<OrgId> keyType() {
    return OrgId.class;
  }

  @Override
  public Class<OrgRow> rowType() {
    return OrgRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(OrgRegistration.class, BranchDissolved.class, AliasRecorded.class);
  }

  @Override
  public Set<OrgId> keys(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case OrgRegistration it -> Set.of(it.created());
      case BranchDissolved it -> Set.of(it.org());
      case AliasRecorded it when it.target().key().equals("org") -> Set.of(new OrgId(it.target().value()));
      default -> Set.of();
    };
  }

  @Override
  public Optional<OrgRow> apply(OrgId key, Optional<OrgRow> row, Happening happening) {
    return switch (happening.event()) {
      case OrgRegistration it -> Optional.of(OrgRow.of(it, happening.occurred()));
      case BranchDissolved it -> row.map(org -> org.dissolved(happening.occurred()));
      case AliasRecorded it -> row.map(org -> org.named(it));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(OrgId key, OrgRow row) {
    Contribution registered = Contribution.of(REGISTERED.with("kind", row.kind()), ONE);
    return row.parent().filter(it -> row.isActiveBranch())
        .map(it -> List.of(registered, Contribution.of(BRANCHES.with("parent", it.value()), ONE)))
        .orElse(List.of(registered));
  }

  @Override
  public Map<String, Function<OrgRow, Collection<String>>> indexes() {
    return Map.of(
        "parent", row -> row.parent().map(OrgId::value).stream().toList(),
        "place", row -> row.place().map(PlaceId::value).stream().toList(),
        "kind", row -> List.of(row.kind()));
  }
}
