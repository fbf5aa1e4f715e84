package org.communityledger.projection.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.projection.Contribution;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.Happening;
import org.communityledger.projection.Projection;
import org.communityledger.projection.Views;

/**
 * Who has which role where, from when until when. Events taken back are ignored.
 *
 * <p>Its figures, in {@link Unit#ITEM}, since one person may have several appointments:
 * <ul>
 * <li><code>appointments.made{org,role}</code>: appointments ever made
 * <li><code>appointments.open{org,role}</code>: those that were not ended, also where the last day that was set has passed
 * or the first is still to come. How many are held on a day is asked of {@link Roles#heldOn}
 * </ul>
 *
 * <p>Advisers are the appointments of the role {@code adviser}. Rows are found by {@code role}, {@code org}, {@code at}
 * (a tag: {@code site:station-01}) and {@code person}.
 */
public final class Appointments implements Projection<AppointmentId, AppointmentRow> {
  private static final FigureKey MADE = FigureKey.of("appointments.made");
  private static final FigureKey OPEN = FigureKey.of("appointments.open");
  private static final Tally ONE = Tally.exact(1, Unit.ITEM);

  /**
   * The appointments as a replay left them.
   *
   * @throws IllegalArgumentException if they were not part of the replay
   */
  public static Roles in(Views views) {
    return new Roles(views.rows(new Appointments()).values());
  }

  @Override
  public String name() {
    return "membership.Appointments";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<AppointmentId> keyType() {
    return AppointmentId.class;
  }

  @Override
  public Class<AppointmentRow> rowType() {
    return AppointmentRow.class;
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(AppointmentEvent.class);
  }

  @Override
  public Set<AppointmentId> keys(RecordedEvent recorded) {
    return Set.of(((AppointmentEvent) recorded.event()).appointment());
  }

  @Override
  public Optional<AppointmentRow> apply(AppointmentId key, Optional<AppointmentRow> row, Happening happening) {
    return switch ((AppointmentEvent) happening.event()) {
      case Appointed it -> Optional.of(AppointmentRow.of(it, happening));
      case AppointmentEnded it -> row.map(before -> before.ended(happening));
    };
  }

  @Override
  public List<Contribution> figures(AppointmentId key, AppointmentRow row) {
    List<Contribution> figures = new ArrayList<>();
    figures.add(Contribution.of(of(MADE, row), ONE));
    if (row.isOpen()) {
      figures.add(Contribution.of(of(OPEN, row), ONE));
    }
    return figures;
  }

  private static FigureKey of(FigureKey key, AppointmentRow row) {
    return key.with("org", row.org().value()).with("role", row.role());
  }

  @Override
  public Map<String, Function<AppointmentRow, Collection<String>>> indexes() {
    return Map.of(
        "role", row -> List.of(row.role()),
        "org", row -> List.of(row.org().value()),
        "at", row -> List.of(row.at().toString()),
        "person", row -> row.person().map(PersonId::value).stream().toList());
  }
}
