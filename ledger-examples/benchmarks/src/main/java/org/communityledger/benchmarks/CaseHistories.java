package org.communityledger.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.places.PlaceCommand.RegisterPlace;

/**
 * Commands of a made-up district: registrations of places, organisations and persons, and reports of cases. The same seed
 * gives the same commands. Ids of commands and cases sort by time. Not thread-safe.
 */
final class CaseHistories {
  private static final int PLACES = 40;
  private static final int ORGANISATIONS = 12;
  private static final int PERSONS = 200;
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final List<String> CATEGORIES = List.of("wall", "wiring", "lift", "drain", "stairs", "fire-lane",
      "noise", "parking");

  private final SplittableRandom random;
  private long millis = 1_704_067_200_000L;

  CaseHistories(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Registers everything that cases name; to be recorded first. */
  List<Submission> registrations() {
    List<Submission> all = new ArrayList<>();
    Header clerk = header(Actor.of(new OrgId("ledger-operator"), "clerk"), DAY);
    for (int i = 0; i < PLACES; i++) {
      all.add(new Submission(new RegisterPlace(place(i), "ESTATE", "Estate " + i, Optional.empty(), true),
          under(clerk)));
    }
    for (int i = 0; i < ORGANISATIONS; i++) {
      all.add(new Submission(
          new RegisterOrg(organisation(i), "CONTRACTOR", "Works " + i, true, Optional.empty(), Optional.of(place(i))),
          under(clerk)));
    }
    for (int i = 0; i < PERSONS; i++) {
      all.add(new Submission(new RegisterPerson(person(i), Optional.of(true), Optional.of("resident")), under(clerk)));
    }
    return all;
  }

  private Header under(Header header) {
    return Header.of(nextCommand(), header.actor(), header.occurred(), header.source());
  }

  /** Reports of cases, each of its own, with four tags: case, place, reporter and the event that led to it. */
  List<Submission> reports(int count, EventId cause) {
    List<Submission> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ReportCase report = report();
      Header header = header(Actor.of(person(random.nextInt(PERSONS)), "grid worker"), DAY).causedBy(cause);
      all.add(new Submission(report, header));
    }
    return all;
  }

  /** A report of one more case. */
  private ReportCase report() {
    Optional<Tally> extent = random.nextInt(3) == 0
        ? Optional.of(Tally.about(10 + random.nextInt(90), Unit.METRE))
        : Optional.empty();
    Optional<Tally> affects = random.nextInt(4) == 0
        ? Optional.of(Tally.atLeast(1 + random.nextInt(60), Unit.HOUSEHOLD))
        : Optional.empty();
    return new ReportCase(new CaseId(nextId()), kind(), oneOf(CATEGORIES), place(random.nextInt(PLACES)), extent,
        severity(), Optional.of(person(random.nextInt(PERSONS))), oneOf(List.of(Channel.values())), affects);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private CaseKind kind() {
    int draw = random.nextInt(100);
    return draw < 55 ? CaseKind.HAZARD : draw < 75 ? CaseKind.NEED : draw < 90 ? CaseKind.APPEAL : CaseKind.QUERY;
  }

  private Severity severity() {
    int draw = random.nextInt(100);
    return draw < 15 ? Severity.HIGH : draw < 50 ? Severity.MEDIUM : draw < 80 ? Severity.LOW : Severity.UNRATED;
  }

  private Header header(Actor actor, LocalDate day) {
    return Header.of(nextCommand(), actor, When.on(day), Source.of(Source.Kind.FORM, "F-" + random.nextInt(100_000)));
  }

  private static PlaceId place(int number) {
    return new PlaceId("estate-" + number);
  }

  private static OrgId organisation(int number) {
    return new OrgId("works-" + number);
  }

  private static PersonId person(int number) {
    return new PersonId("resident-" + number);
  }

  private CommandId nextCommand() {
    return new CommandId(nextId());
  }

  /** Like a UUID of version 7, but its time and its random part come from here. */
  private String nextId() {
    millis += random.nextInt(2);
    long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
