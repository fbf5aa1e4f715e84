package org.communityledger.projection.records;

import static org.communityledger.projection.records.AnomalyKind.ALIAS_UNCONFIRMED;
import static org.communityledger.projection.records.AnomalyKind.INFERRED_STEP;
import static org.communityledger.projection.records.AnomalyKind.IRREGULAR;
import static org.communityledger.projection.records.AnomalyKind.LATE_CONFLICT;
import static org.communityledger.projection.records.AnomalyKind.NAME_INCOMPLETE;
import static org.communityledger.projection.records.AnomalyKind.STAY_UNPROVEN;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Remark;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.records.RecordsEvent.ErasureRequested;

/**
 * What needs a second look, as long as it does: an anomaly is gone once it is confirmed or corrected, or the remark that
 * told of it is taken back. None is known before the event that shows it. What makes rates look better than they are
 * stays, to be shown beside them.
 *
 * <p>There is a row for each thing about which something is odd, and for each case. Its figure, in {@link Unit#ITEM}:
 * <code>anomalies.open{kind}</code>. Rows are found by {@code kind}, as in {@link AnomalyKind#word}, and by
 * {@code target}, the tag of a thing concerned.
 */
public final class Anomalies implements Projection<Tag, Watched> {
  private static final FigureKey OPEN = FigureKey.of("anomalies.open");

  @Override
  public String name() {
    return "records.Anomalies";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<Tag> keyType() {
    return Tag.class;
  }

  @Override
  public Class<Watched> rowType() {
    return Watched.class;
  }

  /** All, because anything may have been inferred. */
  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(Event.class);
  }

  /** It has to know of rejections taken back. */
  @Override
  public boolean showsStruckOut() {
    return true;
  }

  @Override
  public Set<Tag> keys(RecordedEvent recorded) {
    Optional<Tag> about = about(recorded);
    if (!isInferred(recorded)) {
      return about.map(Set::of).orElse(Set.of());
    }
    Set<Tag> keys = new HashSet<>(Set.of(recorded.id().tag()));
    about.ifPresent(keys::add);
    return Set.copyOf(keys);
  }

  private static Optional<Tag> about(RecordedEvent recorded) {
    return switch (recorded.event()) {
      case OrgRegistered it -> Optional.of(it.org().tag());
      case AliasRecorded it -> Optional.of(it.aliasTag());
      case Remark it -> Optional.of(it.event().tag());
      case StageReached it when !it.stayProven() -> Optional.of(recorded.id().tag());
      case CaseEvent it when OddCases.concerns(it) -> Optional.of(it.caseId().tag());
      case ErasureRequested it -> Optional.of(it.subject());
      default -> OddProgrammes.concerned(recorded.event());
    };
  }

  /** Whether a clerk concluded the step itself; what is remarked on it or takes something back is none. */
  private static boolean isInferred(RecordedEvent recorded) {
    return recorded.header().source().inferred() && !(recorded.event() instanceof Remark)
        && !(recorded.event() instanceof Retraction);
  }

  @Override
  public Optional<Watched> apply(Tag key, Optional<Watched> row, Happening happening) {
    Watched before = row.orElseGet(() -> Watched.nothingAbout(key));
    if (happening.isStruckOut()) {
      return happening.event() instanceof WorkRejected it && it.caseId().tag().equals(key)
          ? Optional.of(OddCases.rejectionRetracted(before, happening.retraction().orElseThrow()))
          : row;
    }
    RecordedEvent recorded = happening.recorded();
    Watched after = isInferred(recorded) && recorded.id().tag().equals(key) ? inferred(before, recorded) : before;
    return switch (happening.event()) {
      case OrgRegistered it when key.equals(it.org().tag()) ->
        named(after, !it.nameComplete(), Anomaly.of(NAME_INCOMPLETE, it.org().tag(), it.name(), recorded));
      case AliasRecorded it when key.equals(it.aliasTag()) ->
        named(after, !it.confirmed(), Anomaly.of(ALIAS_UNCONFIRMED, it.target(), it.alias(), recorded));
      case LateConflict it -> Optional.of(after.withOnce(Anomaly.of(LATE_CONFLICT, it.about(), it.rule(), recorded)));
      case RuleBroken it -> Optional.of(after.with(Anomaly.of(IRREGULAR, it.about(), String.join(" ", it.rules()),
          recorded)));
      case StageReached it when !it.stayProven() ->
        Optional.of(after.with(Anomaly.of(STAY_UNPROVEN, it.standing().tag(), it.to(), recorded)));
      case CaseEvent it when key.equals(it.caseId().tag()) -> OddCases.after(after, it, happening).ifTelling();
      case ErasureRequested it when key.equals(it.subject()) ->
        OddCases.erased(row, it.subject(), it.basis(), recorded);
      case ProgrammeEvent it -> ofProgramme(after, recorded);
      case AidEvent it -> ofProgramme(after, recorded);
      default -> after.ifTelling();
    };
  }

  private static Optional<Watched> ofProgramme(Watched before, RecordedEvent recorded) {
    boolean isIt = OddProgrammes.concerned(recorded.event()).filter(before.about()::equals).isPresent();
    return (isIt ? OddProgrammes.after(before, recorded) : before).ifTelling();
  }

  private static Watched inferred(Watched before, RecordedEvent recorded) {
    Tag target = recorded.event() instanceof CaseEvent it ? it.caseId().tag() : before.about();
    return before.with(Anomaly.of(INFERRED_STEP, target, recorded.event().getClass().getSimpleName(), recorded));
  }

  private static Optional<Watched> named(Watched before, boolean isOdd, Anomaly anomaly) {
    Watched after = before.without(anomaly.kind());
    return (isOdd ? after.with(anomaly) : after).ifTelling();
  }

  @Override
  public List<Contribution> figures(Tag key, Watched row) {
    return Stream.of(AnomalyKind.values()).filter(it -> row.number(it) > 0)
        .map(it -> Contribution.of(OPEN.with("kind", it.word()), Tally.exact(row.number(it), Unit.ITEM))).toList();
  }

  @Override
  public Map<String, Function<Watched, Collection<String>>> indexes() {
    return Map.of(
        "kind", row -> row.anomalies().stream().map(it -> it.kind().word()).distinct().toList(),
        "target", row -> row.anomalies().stream().map(it -> it.target().toString()).distinct().toList());
  }
}
