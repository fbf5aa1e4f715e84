package org.communityledger.projection.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Period;
import org.communityledger.projection.PeriodRates;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Reply;
import org.communityledger.projection.View;
import org.communityledger.projection.cases.RatesPolicy.Counting;
import org.communityledger.projection.cases.RatingRow.Rating;

/**
 * What those who reported cases say of how they were handled, for each organisation that accepted cases. Events taken back
 * are ignored.
 *
 * <p>Its figures, all in {@link Unit#ITEM} and by the {@linkplain RatesPolicy#USUAL usual policy}:
 * <ul>
 * <li><code>cases.response{kind,owner}</code>: ratings that say there was contact, out of those of people who were reached
 * <li><code>cases.resolution{kind,owner}</code>: ratings that say the matter is solved, out of the same
 * <li><code>cases.satisfaction{kind,owner}</code>: ratings that are satisfied, out of the same
 * <li><code>cases.ratings{kind,owner}</code>, <code>cases.remarks{kind,owner}</code>: ratings, and those with a remark, whether
 * somebody was reached or not
 * </ul>
 *
 * <p>Rows are found by {@code owner}.
 */
public final class ThreeRates implements Projection<CaseId, RatingRow> {
  private static final FigureKey RESPONSE = FigureKey.of("cases.response");
  private static final FigureKey RESOLUTION = FigureKey.of("cases.resolution");
  private static final FigureKey SATISFACTION = FigureKey.of("cases.satisfaction");
  private static final FigureKey RATINGS = FigureKey.of("cases.ratings");
  private static final FigureKey REMARKS = FigureKey.of("cases.remarks");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);
  private static final Tally NONE = Tally.exact(0, Unit.ITEM);

  /**
   * The same figures of the ratings of a period, by category, kind and owner.
   *
   * @param policy how they are computed
   * @param asOf the day for which that is true: the day by which the events of the view had happened
   */
  public static PeriodRates rates(View<CaseId, RatingRow> view, Period period, RatesPolicy policy, LocalDate asOf) {
    return new PeriodRates(view.ask(row -> counting(row, policy).stream()
        .map(it -> Reply.when(period.contains(it.when()),
            Reply.of(contributions(it, policy, key -> of(row, key).with("category", row.category()))), Reply.none()))
        .reduce(Reply.none(), Reply::and)), period, asOf);
  }

  private static List<Rating> counting(RatingRow row, RatesPolicy policy) {
    return policy.counting() == Counting.LAST_RATING && !row.ratings().isEmpty()
        ? List.of(row.ratings().getLast())
        : row.ratings();
  }

  private static FigureKey of(RatingRow row, FigureKey figure) {
    return Owner.in(figure.with("kind", row.kind()), row.owner());
  }

  private static List<Contribution> contributions(Rating rating, RatesPolicy policy, UnaryOperator<FigureKey> key) {
    List<Contribution> all = new ArrayList<>();
    all.add(Contribution.of(key.apply(RATINGS), ONE));
    if (rating.hasRemark()) {
      all.add(Contribution.of(key.apply(REMARKS), ONE));
    }
    if (rating.reached().equals(Optional.of(true))) {
      ratio(rating.contacted(), policy).ifPresent(it -> all.add(Contribution.of(key.apply(RESPONSE), it)));
      ratio(rating.solved(), policy).ifPresent(it -> all.add(Contribution.of(key.apply(RESOLUTION), it)));
      ratio(rating.satisfied().map(it -> it >= policy.satisfiedFrom()), policy)
          .ifPresent(it -> all.add(Contribution.of(key.apply(SATISFACTION), it)));
    }
    return all;
  }

  private static Optional<Ratio> ratio(Optional<Boolean> answer, RatesPolicy policy) {
    return switch (policy.unanswered()) {
      case NO -> Optional.of(new Ratio(part(answer.orElse(false)), ONE, "ratings-of-those-reached"));
      case IN_DOUBT -> Optional.of(new Ratio(answer.map(ThreeRates::part).orElse(Tally.atMost(1, Unit.ITEM)), ONE,
          "ratings-of-those-reached"));
      case LEFT_OUT -> answer.map(it -> new Ratio(part(it), ONE, "answers-of-those-reached"));
    };
  }

  private static Tally part(boolean counts) {
    return counts ? ONE : NONE;
  }

  @Override
  public String name() {
    return "cases.ThreeRates";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CaseId> keyType() {
    return CaseId.class;
  }

  @Override
  public Class<RatingRow> rowType() {
    return RatingRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(CaseReported.class, CaseAccepted.class, CaseRated.class);
  }

  @Override
  public Set<CaseId> keys(RecordedEvent recorded) {
    return Set.of(((CaseEvent) recorded.event()).caseId());
  }

  @Override
  public Optional<RatingRow> apply(CaseId key, Optional<RatingRow> row, Happening happening) {
    return switch (happening.event()) {
      case CaseReported it -> Optional.of(RatingRow.of(it));
      case CaseAccepted it -> row.map(so -> so.ownedBy(it.owner()));
      case CaseRated it -> row.map(so -> so.rated(it, happening));
      default -> row;
    };
  }

  @Override
  public List<Contribution> figures(CaseId key, RatingRow row) {
    return row.ratings().stream()
        .flatMap(it -> contributions(it, RatesPolicy.USUAL, figure -> of(row, figure)).stream())
        .toList();
  }

  @Override
  public Map<String, Function<RatingRow, Collection<String>>> indexes() {
    return Map.of("owner", row -> row.owner().map(OrgId::value).stream().toList());
  }
}
