package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;
import org.communityledger.membership.MembershipEvent.OfStanding;
import org.communityledger.membership.MembershipEvent.StageReached;
import org.communityledger.membership.MembershipEvent.StandingEnded;
import org.communityledger.projection.membership.Applicants;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.membership.StandingRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standings whose events are recorded with inexact dates, held against the days on which they really happened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingsOfTrueDaysTest {
  private static final EventId SOME_EVENT = EventId.parse("some.0");
  private static final List<String> STAGES = List.of("applicant", "activist", "full");
  private static final int DAYS = 12;

  @TempDir
  Path folder;

  /** What really happened on a day. */
  private record Fact(OfStanding event, LocalDate day) {}

  @Test
  void whatever_the_true_days_were_the_true_figures_lie_within_what_is_told() {
    Seeds.cases(2, random -> {
      try (WallLedger ledger = WallLedger.in(Files.createTempDirectory(folder, "case"))) {
        List<Fact> facts = recordedIn(ledger, random);
        for (int back = DAYS; back >= 0; back--) {
          LocalDate by = TODAY.minusDays(back);
          Views views = ledger.replay().asOf(AsOf.asHappened(by)).run(new MembershipRegister(), new Applicants());
          requireAllowed(views.view(new MembershipRegister()), standingsBy(facts, by));
          requireAllowed(views.view(new Applicants()), personsBy(facts, by));
        }
      }
    });
  }

  @Test
  void whatever_the_true_days_were_the_true_advances_lie_within_those_of_a_period() {
    Seeds.cases(2, random -> {
      try (WallLedger ledger = WallLedger.in(Files.createTempDirectory(folder, "case"))) {
        List<Fact> facts = recordedIn(ledger, random);
        View<StandingId, StandingRow> view = ledger.replay().run(new MembershipRegister())
            .view(new MembershipRegister());
        for (int back = DAYS; back >= 3; back--) {
          Period period = new Period(TODAY.minusDays(back), TODAY.minusDays(back - 3));
          long truly = facts.stream()
              .filter(it -> it.event() instanceof StageReached && period.contains(it.day())).count();

          Optional<Tally> told = MembershipRegister.advances(view, period, TODAY).count("standings.advanced");

          assertThat(told.map(it -> allows(it, truly)).orElse(truly == 0)).as("%s allows %s", told, truly).isTrue();
        }
      }
    });
  }

  private static List<Fact> recordedIn(WallLedger ledger, SplittableRandom random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      LocalDate day = TODAY.minusDays(random.nextInt(6, DAYS));
      for (OfStanding each : life(i, random).subList(0, random.nextInt(1, 5))) {
        day = day.plusDays(random.nextInt(4));
        if (day.isAfter(TODAY)) {
          break;
        }
        Header header = Header.of(new CommandId("t" + facts.size()), CLERK, stated(day, random),
            Source.of(Source.Kind.IMPORT, "test"));
        ledger.ledger().history().append(header, List.of(each));
        facts.add(new Fact(each, day));
      }
    }
    return facts;
  }

  /** Seven persons, so that some have several standings, in two organisations. */
  private static List<OfStanding> life(int number, SplittableRandom random) {
    StandingId id = new StandingId("s" + number);
    PersonId person = new PersonId("p" + number % 7);
    LadderId ladder = new LadderId("party");
    OrgId org = random.nextBoolean() ? OFFICE : WallLedger.GUODONG;
    return List.of(
        new ApplicationSubmitted(id, person, ladder, org, STAGES.get(0), Optional.empty(), 1, SOME_EVENT,
            Optional.empty(), Sealed.of("I apply")),
        reached(id, person, ladder, org, 1), reached(id, person, ladder, org, 2),
        new StandingEnded(id, person, ladder, org));
  }

  private static StageReached reached(StandingId id, PersonId person, LadderId ladder, OrgId org, int stage) {
    return new StageReached(id, person, ladder, org, STAGES.get(stage - 1), STAGES.get(stage), Optional.empty(), 1,
        SOME_EVENT, List.of(OFFICE), List.of(), true, SOME_EVENT, Optional.empty());
  }

  /** What a clerk wrote down: never wrong, seldom exact. */
  private static When stated(LocalDate day, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> When.notAfter(day.plusDays(random.nextInt(3)));
      case 1 -> When.unknown();
      case 2 -> When.during(day.minusDays(random.nextInt(4)), day.plusDays(random.nextInt(4)));
      default -> When.on(day);
    };
  }

  /** How many standings there really were, by figure, counted without any projection. */
  private static Map<String, Long> standingsBy(List<Fact> facts, LocalDate by) {
    Map<StandingId, String> open = new HashMap<>();
    Map<String, Long> figures = new HashMap<>();
    for (Fact each : facts) {
      if (each.day().isAfter(by)) {
        continue;
      }
      String place = "{ladder=party,org=" + each.event().org();
      switch (each.event()) {
        case ApplicationSubmitted it -> {
          open.put(it.standing(), place + ",stage=applicant}");
          figures.merge("standings.everApplied" + place + "}", 1L, Long::sum);
        }
        case StageReached it -> {
          open.put(it.standing(), place + ",stage=" + it.to() + "}");
          figures.merge("standings.advanced" + place + ",stage=" + it.to() + "}", 1L, Long::sum);
        }
        default -> open.remove(each.event().standing());
      }
    }
    open.values().forEach(it -> figures.merge("standings.current" + it, 1L, Long::sum));
    return figures;
  }

  private static Map<String, Long> personsBy(List<Fact> facts, LocalDate by) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> figures = new HashMap<>();
    for (Fact each : facts) {
      if (each.day().isAfter(by) || !(each.event() instanceof ApplicationSubmitted it)) {
        continue;
      }
      for (String figure : List.of("standings.applicants",
          "standings.everApplied.persons{ladder=party,org=" + it.org() + "}")) {
        if (seen.add(it.person() + " " + figure)) {
          figures.merge(figure, 1L, Long::sum);
        }
      }
    }
    return figures;
  }

  private static void requireAllowed(View<?, ?> view, Map<String, Long> truth) {
    truth.forEach((key, count) -> assertThat(view.figure(FigureKey.parse(key))).as("%s", key).hasValueSatisfying(
        figure -> assertThat(allows(((Figure.Count) figure).tally(), count)).as("%s allows %s", figure, count)
            .isTrue()));
    view.figures(FigurePattern.parse("*")).forEach((key, figure) -> assertThat(
        allows(((Figure.Count) figure).tally(), truth.getOrDefault(key.toString(), 0L))).as("%s of %s", figure, key)
        .isTrue());
  }

  private static boolean allows(Tally told, long count) {
    return told.meets(Tally.exact(count, told.unit()));
  }
}
