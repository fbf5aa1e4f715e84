package org.communityledger.projection.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;

/**
 * Who ever applied, and where. Events taken back are ignored.
 *
 * <p>Its figures, all in {@link Unit#PERSON}:
 * <ul>
 * <li><code>standings.everApplied.persons{ladder,org}</code>: the persons who applied on the ladder in the organisation,
 * each once however often; whoever applied in several is counted in each, also in sums of them
 * <li>{@code standings.applicants}: the persons who applied anywhere, each once
 * </ul>
 * {@link #persons} counts each person once whatever is asked.
 *
 * <p>Rows are found by {@code ladder} and {@code org}.
 */
public final class Applicants implements Projection<PersonId, ApplicantRow> {
  private static final FigureKey PERSONS = FigureKey.of("standings.everApplied.persons");
  private static final FigureKey APPLICANTS = FigureKey.of("standings.applicants");
  private static final Tally ONE = Tally.exact(1, Unit.PERSON);

  /**
   * The persons with an application of which something holds, each once; an interval where inexact dates leave a doubt.
   *
   * @param which on which ladder, in which organisation
   */
  public static Tally persons(View<PersonId, ApplicantRow> view, Predicate<ApplicantRow.Application> which) {
    Optional<Figure> sum = view.ask(row -> row.applications().stream().anyMatch(which)
        ? Reply.of(Contribution.of(APPLICANTS, ONE))
        : Reply.none()).sum(FigurePattern.parse(APPLICANTS.toString()));
    return sum.flatMap(it -> it instanceof Figure.Count count ? Optional.of(count.tally()) : Optional.empty())
        .orElse(Tally.exact(0, Unit.PERSON));
  }

  @Override
  public String name() {
    return "membership.Applicants";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<PersonId> keyType() {
    return PersonId.class;
  }

  @Override
  public Class<ApplicantRow> rowType() {
    return ApplicantRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(ApplicationSubmitted.class);
  }

  @Override
  public Set<PersonId> keys(RecordedEvent recorded) {
    return Set.of(((ApplicationSubmitted) recorded.event()).person());
  }

  @Override
  public Optional<ApplicantRow> apply(PersonId key, Optional<ApplicantRow> row, Happening happening) {
    return Optional.of(row.orElseGet(() -> new ApplicantRow(key, List.of()))
        .with((ApplicationSubmitted) happening.event(), happening.occurred()));
  }

  @Override
  public List<Contribution> figures(PersonId key, ApplicantRow row) {
    Stream<FigureKey> places = row.applications().stream()
        .map(it -> PERSONS.with("ladder", it.ladder().value()).with("org", it.org().value())).distinct();
    return Stream.concat(places, Stream.of(APPLICANTS)).map(it -> Contribution.of(it, ONE)).toList();
  }

  @Override
  public Map<String, Function<ApplicantRow, Collection<String>>> indexes() {
    return Map.of(
        "ladder", row -> row.applications().stream().map(it -> it.ladder().value()).distinct().toList(),
        "org", row -> row.applications().stream().map(it -> it.org().value()).distinct().toList());
  }
}
