package org.communityledger.projection.activities;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ParticipantRole;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;

/**
 * Who was checked in to activities, by the role in which they came. Who was only tallied is not here: nobody knows who it
 * was.
 *
 * <p>Its figures:
 * <ul>
 * <li><code>participation.parties{as,party}</code>: the different persons, households or organisations that came in the
 * role, however often, in {@link Unit#PERSON}, {@link Unit#HOUSEHOLD} and {@link Unit#PIECE}
 * <li><code>participation.times{as,party}</code>: how often they came, of persons in {@link Unit#PERSON_TIME}, of others in
 * {@link Unit#ITEM}
 * </ul>
 *
 * <p>Rows are found by {@code party} (its tag: {@code person:rider-05}) and {@code activity}.
 */
public final class Participation implements Projection<Participation.Part, ParticipationRow> {
  private static final FigureKey PARTIES = FigureKey.of("participation.parties");
  private static final FigureKey TIMES = FigureKey.of("participation.times");

  /**
   * Somebody in one role.
   *
   * @param party who
   * @param as as what
   */
  public record Part(Party party, ParticipantRole as) {}

  @Override
  public String name() {
    return "activities.Participation";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<Part> keyType() {
    return Part.class;
  }

  @Override
  public Class<ParticipationRow> rowType() {
    return ParticipationRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ParticipantCheckedIn.class);
  }

  @Override
  public Set<Part> keys(RecordedEvent recorded) {
    ParticipantCheckedIn checkIn = (ParticipantCheckedIn) recorded.event();
    return Set.of(new Part(checkIn.party(), checkIn.as()));
  }

  @Override
  public Optional<ParticipationRow> apply(Part key, Optional<ParticipationRow> row, Happening happening) {
    return Optional.of(row.orElse(new ParticipationRow(key, List.of())).with(happening.recorded()));
  }

  @Override
  public List<Contribution> figures(Part key, ParticipationRow row) {
    String party = key.party().tag().key();
    return List.of(
        Contribution.of(PARTIES.with("as", key.as()).with("party", party), Tally.exact(1, Parties.unitOf(party))),
        Contribution.of(TIMES.with("as", key.as()).with("party", party),
            Tally.exact(row.visits().size(), Parties.timesOf(party))));
  }

  @Override
  public Map<String, Function<ParticipationRow, Collection<String>>> indexes() {
    return Map.of(
        "party", row -> List.of(row.part().party().tag().toString()),
        "activity", row -> row.visits().stream().map(it -> it.activity().value()).distinct().toList());
  }
}
