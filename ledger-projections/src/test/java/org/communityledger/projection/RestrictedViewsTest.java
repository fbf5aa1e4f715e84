package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.communityledger.Ledger;
import org.communityledger.LedgerSession;
import org.communityledger.access.AccessDenied;
import org.communityledger.access.AttemptJournal.Attempt;
import org.communityledger.access.Caller;
import org.communityledger.access.PolicyTable;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PlaceRegistration;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.places.PlaceCommand.RegisterPlace;
import org.communityledger.projection.live.Live;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestrictedViewsTest {
  private static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  private static final PolicyTable POLICY = PolicyTable.parse("""
      | what | who | where |
      |---|---|---|
      | places.RegisterPlace | clerk | anywhere |
      | test.Visits | auditor | everywhere |
      """);
  private static final Caller AUDITOR = Caller.of(new PersonId("auditor"), "auditor");
  private static final Caller CLERK = Caller.of(new PersonId("clerk"), "clerk");
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void views_that_were_replayed_are_shown_to_those_who_may_see_them() throws Exception {
    List<Attempt> told = new ArrayList<>();
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).access(POLICY).attempts(told::add).open()) {
      register(ledger);
      Views views = Replay.of(ledger.reader()).run(new Visits());

      assertThat(views.as(AUDITOR).row(new Visits(), ESTATE)).contains(1);
      assertThat(views.as(AUDITOR).rows(new Visits())).isEqualTo(Map.of(ESTATE, 1));
      assertThat(Replay.of(ledger.reader()).as(AUDITOR).run(new Visits()).row(new Visits(), ESTATE)).contains(1);
      assertThat(Replay.of(ledger.reader()).as(AUDITOR).row(new Visits(), ESTATE)).contains(1);
      requireDenied("nobody has said who asks; use Ledger.as(caller)", () -> views.view(new Visits()));
      requireDenied("nobody has said who asks; use Ledger.as(caller)", () -> views.rows(new Visits()));
      requireDenied("nobody has said who asks; use Ledger.as(caller)",
          () -> Replay.of(ledger.reader()).row(new Visits(), ESTATE));
      requireDenied("it takes the role auditor, not clerk", () -> views.as(CLERK).view(new Visits()));
      requireDenied("it concerns all places, not only place:yunqiyuan",
          () -> Replay.of(ledger.reader()).as(AUDITOR.within(ESTATE)).row(new Visits(), ESTATE));
      assertThat(told).hasSize(5).extracting(Attempt::act).containsOnly("test.Visits");
    }
  }

  @Test
  void live_views_are_shown_to_those_who_may_see_them() throws Exception {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).access(POLICY).open();
        Live live = Live.of(ledger).projections(new Visits()).start()) {
      register(ledger);
      live.awaitApplied(1, LONG);

      assertThat(live.as(AUDITOR).row(new Visits(), ESTATE).row()).contains(1);
      assertThat(live.as(AUDITOR).<PlaceId, Integer, Long>read(new Visits(), View::position)).isEqualTo(1);
      requireDenied("nobody has said who asks; use Ledger.as(caller)", () -> live.row(new Visits(), ESTATE));
      requireDenied("it takes the role auditor, not clerk", () -> live.as(CLERK).row(new Visits(), ESTATE));
    }
  }

  @Test
  void an_unrestricted_ledger_shows_them_to_everybody_who_has_it() throws Exception {
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).access(POLICY).unrestricted().open()) {
      register(ledger);
      Views views = Replay.of(ledger.reader()).run(new Visits());

      assertThat(views.row(new Visits(), ESTATE)).contains(1);
      requireDenied("it takes the role auditor, not clerk", () -> views.as(CLERK).view(new Visits()));
    }
  }

  private static void register(Ledger ledger) throws Exception {
    LedgerSession session = ledger.as(CLERK);
    session.recordOrThrow(new RegisterPlace(ESTATE, "ESTATE", "云栖苑", Optional.empty(), true),
        session.header(When.on(LocalDate.of(2024, 8, 2)), Source.of(Source.Kind.FORM, "F-12")));
  }

  private static void requireDenied(String lack, ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(AccessDenied.class)
        .hasMessage("NotPermitted: test.Visits is not permitted: " + lack + ".");
  }

  /** How often places were registered, which not everybody may know. */
  private static final class Visits implements Projection<PlaceId, Integer> {
    @Override
    public String name() {
      return "test.Visits";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<PlaceId> keyType() {
      return PlaceId.class;
    }

    @Override
    public Class<Integer> rowType() {
      return Integer.class;
    }

    @Override
    public Set<Class<? extends Event>> reads() {
      return Set.of(PlaceRegistration.class);
    }

    @Override
    public Set<PlaceId> keys(RecordedEvent recorded) {
      return Set.of(((PlaceRegistration) recorded.event()).created());
    }

    @Override
    public Optional<Integer> apply(PlaceId key, Optional<Integer> row, Happening happening) {
      return Optional.of(row.orElse(0) + 1);
    }

    @Override
    public Optional<String> restrictedTo() {
      return Optional.of("test.Visits");
    }
  }
}
