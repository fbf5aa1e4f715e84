package org.communityledger.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.aid.Acknowledgement;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.Limit;
import org.communityledger.aid.ProgrammeCommand.OpenProgramme;
import org.communityledger.aid.ProgrammeKind;
import org.communityledger.aid.QuotaCount;
import org.communityledger.aid.StockCommand.ReceiveStock;
import org.communityledger.aid.StockMove;
import org.communityledger.aid.Terms;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.PlaceCommand.OpenSite;
import org.communityledger.places.PlaceCommand.RegisterPlace;

/**
 * One programme that gives one thing to each person, out of one lot at one site, under a quota. What was given earlier comes
 * through the bulk door, with the totals that the rules would have carried. Not thread-safe.
 */
final class Handouts {
  /** How many persons are registered who got nothing yet. */
  static final int WAITING = 10_000;

  private static final int BATCH = 1_000;
  private static final long STOCK = 10_000_000;
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final PlaceId PLACE = new PlaceId("estate");
  private static final OrgId OFFICE = new OrgId("office");
  private static final SiteId SITE = new SiteId("station");
  private static final LotId LOT = new LotId("kits");
  private static final ProgrammeId PROGRAMME = new ProgrammeId("summer");
  private static final String ITEM = "summer-kit";
  private static final CommandId OPENING = new CommandId("open-programme");

  private final int earlier;
  private int commands;
  private int served;

  /**
   * Handouts of which so many were made before.
   *
   * @param earlier how many
   */
  Handouts(int earlier) {
    this.earlier = earlier;
  }

  /** Makes the ledger with what was given earlier, and those who wait; says how many entries a second. */
  double fill(Path file) {
    long start = System.nanoTime();
    try (Ledger ledger = Ledger.at(file).unrestricted().open()) {
      record(ledger, new RegisterPlace(PLACE, "ESTATE", "Estate", Optional.empty(), true));
      record(ledger, new RegisterOrg(OFFICE, "OFFICE", "Office", true, Optional.empty(), Optional.empty()));
      record(ledger, OpenSite.of(SITE, "STATION", PLACE, OFFICE));
      record(ledger, ReceiveStock.of(LOT, ITEM, things(STOCK), SITE));
      Callers.record(ledger, new Submission(
          OpenProgramme.of(PROGRAMME, ProgrammeKind.GOODS, "Summer kits", When.on(DAY), OFFICE)
              .on(Terms.none().limitedTo(Limit.of(1, Limit.Per.PROGRAMME)).withQuota(STOCK)),
          header(OPENING)));
      for (int from = 0; from < earlier + WAITING; from += BATCH) {
        recordWithoutRules(ledger, from, Math.min(earlier + WAITING, from + BATCH));
      }
      return ledger.reader().size() * 1e9 / (System.nanoTime() - start);
    }
  }

  private void record(Ledger ledger, Command command) {
    Callers.record(ledger, new Submission(command, nextHeader("prepare")));
  }

  private void recordWithoutRules(Ledger ledger, int from, int to) {
    List<Event> events = new ArrayList<>();
    for (int number = from; number < to; number++) {
      events.add(new PersonRegistered(person(number), Optional.empty(), Optional.empty(), Optional.of("resident")));
      if (number < earlier) {
        events.add(given(number));
      }
    }
    ledger.history().append(nextHeader("earlier"), events);
  }

  private static Delivered given(int number) {
    long after = number + 1L;
    return new Delivered(new DeliveryId("earlier-" + number), PROGRAMME, ProgrammeKind.GOODS, Optional.empty(),
        person(number), List.of(),
        List.of(AidLine.of(ITEM, things(1), LOT)), Optional.empty(), Optional.of(SITE), Optional.empty(), OFFICE,
        Acknowledgement.SIGNATURE, Optional.of(DAY), 1, new EventId(OPENING, 0), Optional.empty(),
        Optional.of(new QuotaCount(1, after)), List.of(new StockMove(LOT, SITE, -1, STOCK - after)));
  }

  /** Gives one thing to each of the next who wait. */
  List<Submission> toThoseWhoWait(int count) {
    List<Submission> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(delivery(served++, 1));
    }
    return all;
  }

  /** Would give more than there ever was to those who wait: all is read that is read for a delivery, and it is refused. */
  List<Submission> beyondTheStock(int count) {
    List<Submission> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(delivery(i % WAITING, STOCK + 1));
    }
    return all;
  }

  private Submission delivery(int waiting, long number) {
    Header header = nextHeader("deliver");
    return new Submission(Deliver.at(SITE, new DeliveryId(header.command().value()), PROGRAMME,
        person(earlier + waiting), OFFICE, AidLine.of(ITEM, things(number), LOT)), header);
  }

  private Header nextHeader(String what) {
    return header(new CommandId(what + "-" + commands++));
  }

  private static Header header(CommandId command) {
    return Header.of(command, Actor.of(new PersonId("keeper"), "station keeper"), When.on(DAY),
        Source.of(Source.Kind.FORM, "F-1"));
  }

  private static PersonId person(int number) {
    return new PersonId("resident-" + number);
  }

  private static Tally things(long number) {
    return Tally.exact(number, Unit.COPY);
  }
}
