package org.communityledger.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.records.RecordsCommand.GiveApproval;

/**
 * A made-up district: who and what is there, what time it is, how its clerks write. A few places, organisations and
 * persons are named all the time and most hardly ever. Not thread-safe.
 */
final class District {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final OrgId OFFICE = new OrgId("street-office");
  static final OrgId SUPERVISION = new OrgId("district-office");
  static final Actor CLERK = Actor.of(OFFICE, "clerk");
  static final Actor SUPERVISOR = Actor.of(SUPERVISION, "supervisor");
  static final int COMMUNITIES = 12;
  static final int FIRST_ESTATES = 200;
  static final int WORKERS = 60;
  private static final int MOST_NAMED = 50_000;

  private final Chance chance;
  private final int size;
  private final Function<EventId, Optional<RecordedEvent>> decided;
  private final Zipf ranks = new Zipf(MOST_NAMED);
  private Instant now;
  private int estates;
  private int companies;
  private int residents;
  private int sheets;

  /**
   * A district in which nothing is registered yet.
   *
   * @param size how many residents it has, registered or not
   * @param decided finds what was decided so far
   */
  District(Chance chance, Instant start, int size, Function<EventId, Optional<RecordedEvent>> decided) {
    this.chance = chance;
    this.now = start;
    this.size = size;
    this.decided = decided;
  }

  Chance chance() {
    return chance;
  }

  /** How many there are of something of which there are so many among a thousand residents, one at least. */
  int among(double thousand) {
    return Math.max(1, (int) (thousand * size / 1_000));
  }

  Instant now() {
    return now;
  }

  void timeIs(Instant moment) {
    now = moment;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** When something happened that is recorded now: mostly today, at times days before, at times not exactly known. */
  When occurred(LocalDate notBefore) {
    LocalDate today = today();
    int draw = chance.between(1, 1000);
    if (draw <= 720) {
      return When.on(today);
    } else if (draw <= 870) {
      return When.on(later(notBefore, today.minusDays(chance.between(1, 3))));
    } else if (draw <= 920) {
      return When.on(later(notBefore, today.minusDays(chance.between(4, 30))));
    } else if (draw <= 950) {
      return When.during(later(notBefore, today.minusDays(chance.between(2, 10))), today);
    } else if (draw <= 980) {
      return When.at(now).inZone(ZONE);
    } else if (draw <= 995) {
      return When.notAfter(today).asStated("by today");
    }
    return When.unknown();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  Asked asks(Actor actor, When occurred, Command command) {
    return new Asked(command, Header.of(new CommandId(nextId()), actor, occurred, source()));
  }

  /** Of today. */
  Asked asks(Actor actor, Command command) {
    return asks(actor, When.on(today()), command);
  }

  /** By the office's clerk, of today. */
  Asked asks(Command command) {
    return asks(CLERK, command);
  }

  /** The supervisor lets somebody do something. */
  Asked approves(ApprovalId approval, String act, Tag target) {
    return asks(SUPERVISOR, new GiveApproval(approval, act, target, Optional.empty()));
  }

  /** What was decided under that id. */
  Event decided(EventId id) {
    return decided.apply(id).orElseThrow().event();
  }

  private Source source() {
    sheets++;
    Optional<String> line = chance.happens(200) ? Optional.of("line " + chance.between(1, 40)) : Optional.empty();
    return switch (chance.between(0, 9)) {
      case 0, 1, 2 -> Source.of(Source.Kind.FIRST_HAND, "patrol " + today());
      case 3, 4 -> new Source(Source.Kind.HOTLINE, "H-" + sheets, line, Optional.empty(), true, false);
      case 5 -> new Source(Source.Kind.IMPORT, "sheet " + today(), line, Optional.empty(), false, chance.happens(300));
      default -> new Source(Source.Kind.FORM, "F-" + sheets, line, Optional.empty(), true, false);
    };
  }

  String nextId() {
    return chance.id(now);
  }

  static PlaceId street() {
    return new PlaceId("street");
  }

  static PlaceId community(int number) {
    return new PlaceId("community-" + number);
  }

  PlaceId someCommunity() {
    return community(chance.between(0, COMMUNITIES - 1));
  }

  PlaceId someEstate() {
    return estate(chance.ranked(ranks, estates));
  }

  /** One of the estates that were there before anything else was. */
  PlaceId someFirstEstate() {
    return estate(chance.between(0, FIRST_ESTATES - 1));
  }

  /** The number of an estate that was not known before; to be registered. */
  int newEstate() {
    return estates++;
  }

  static PlaceId estate(int number) {
    return new PlaceId("estate-" + number);
  }

  OrgId someCompany() {
    return company(chance.ranked(ranks, companies));
  }

  int companies() {
    return companies;
  }

  /** The number of a company that was not known before; to be registered. */
  int newCompany() {
    return companies++;
  }

  static OrgId company(int number) {
    return new OrgId("works-" + number);
  }

  /** One of those who are named all the time, mostly. */
  PersonId someResident() {
    return resident(chance.ranked(ranks, residents));
  }

  /** Each as likely as any other. */
  PersonId anyResident() {
    return resident(chance.between(0, residents - 1));
  }

  /** The id of a resident who was not known before; to be registered. */
  PersonId newResident() {
    return resident(residents++);
  }

  private static PersonId resident(int number) {
    return new PersonId("resident-" + number);
  }

  PersonId someWorker() {
    return worker(chance.ranked(ranks, WORKERS));
  }

  static PersonId worker(int number) {
    return new PersonId("worker-" + number);
  }
}
