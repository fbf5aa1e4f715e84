package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.aid.AidCommand.RevokeEntitlement;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.Limit;
import org.communityledger.aid.ProgrammeCommand.CloseRound;
import org.communityledger.aid.ProgrammeCommand.OpenRound;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/**
 * Rice for households, one round after the other: who is entitled gets two bags out of a station's stock, at once or one by
 * one. Whoever lives in a household that had some has none in another. Not thread-safe.
 */
final class RiceRounds {
  private static final String ITEM = "rice";
  private static final int BAGS = 2;
  private static final Duration BETWEEN_ROUNDS = Duration.ofDays(30);

  private final District district;
  private final Chance chance;
  private final PartyMatters parties;
  private final List<SiteId> stations;
  private final Supplies supplies;
  private int rounds;

  RiceRounds(District district, PartyMatters parties, List<SiteId> stations, Supplies supplies) {
    this.district = district;
    this.chance = district.chance();
    this.parties = parties;
    this.stations = stations;
    this.supplies = supplies;
  }

  /** For two parts at most, and more households than there are; how many, differs. */
  static Terms terms(District district) {
    return Terms.none().withEntitlement().limitedTo(Limit.of(BAGS, Limit.Per.ROUND))
        .withQuota(district.among(200) + district.chance().between(1, 50));
  }

  /** One round after the other. */
  Course forEver() {
    Agenda agenda = new Agenda(district);
    plan(agenda);
    return agenda;
  }

  private void plan(Agenda agenda) {
    agenda.after(BETWEEN_ROUNDS, () -> {
      Round round = new Round(agenda, new RoundId("rice-" + ++rounds));
      round.plan();
      plan(agenda);
      return Optional.of(district.asks(new OpenRound(round.id, AidMatters.RICE, "Round " + rounds,
          When.on(district.today()), Optional.empty())));
    });
  }

  private final class Round {
    private final Agenda agenda;
    private final RoundId id;
    private final Set<PersonId> entitled = new HashSet<>();
    private final Set<PersonId> served = new HashSet<>();

    private Round(Agenda agenda, RoundId id) {
      this.agenda = agenda;
      this.id = id;
    }

    private void plan() {
      Set<HouseholdId> chosen = new LinkedHashSet<>();
      for (int left = parties.households().size(); left > 0; left--) {
        parties.households().some().ifPresent(chosen::add);
      }
      chosen.forEach(this::planHousehold);
      agenda.after(Duration.ofDays(2), this::closed);
    }

    private void planHousehold(HouseholdId household) {
      EntitlementId entitlement = new EntitlementId(district.nextId());
      agenda.perhaps(Agenda.MINUTES, () -> granted(household, entitlement));
    }

    private Optional<Asked> granted(HouseholdId household, EntitlementId entitlement) {
      if (!areNew(household, entitled)) {
        return Optional.empty();
      }
      if (chance.happens(30)) {
        agenda.first(Agenda.HOURS, () -> district.asks(new RevokeEntitlement(entitlement)));
      } else if (chance.happens(850)) {
        SiteId station = chance.oneOf(stations);
        agenda.firstPerhaps(Agenda.MINUTES, () -> given(household, entitlement, station));
      }
      return Optional.of(district.asks(Entitle.of(entitlement, AidMatters.RICE, household,
          AidLine.of(ITEM, Tally.exact(BAGS, Unit.PIECE))).in(id)));
    }

    /** Members may have had their part in another household. */
    private boolean areNew(HouseholdId household, Set<PersonId> counted) {
      Set<PersonId> members = parties.membersOf(household);
      return members.isEmpty() || (members.stream().noneMatch(counted::contains) && counted.addAll(members));
    }

    /** At once, or one bag now and one later, if nobody came to live there meanwhile. */
    private Optional<Asked> given(HouseholdId household, EntitlementId entitlement, SiteId station) {
      if (!areNew(household, served)) {
        return Optional.empty();
      }
      if (chance.happens(850)) {
        return given(household, entitlement, station, BAGS);
      }
      Set<PersonId> members = Set.copyOf(parties.membersOf(household));
      Optional<Asked> first = given(household, entitlement, station, 1);
      first.ifPresent(it -> agenda.firstPerhaps(Agenda.MINUTES, () -> parties.membersOf(household).equals(members)
          ? given(household, entitlement, station, 1)
          : Optional.empty()));
      return first;
    }

    private Optional<Asked> given(HouseholdId household, EntitlementId entitlement, SiteId station, int bags) {
      return supplies.taken(station, bags).map(line -> district.asks(Deliver.at(station,
          new DeliveryId(district.nextId()), AidMatters.RICE, household, District.OFFICE, line).in(id)
          .fulfilling(entitlement)));
    }

    /** Some are closed for a day that is over, although somebody came later. */
    private Optional<Asked> closed() {
      When when = When.on(district.today().minusDays(chance.happens(300) ? 3 : 0));
      return Optional.of(district.asks(District.CLERK, when, new CloseRound(id)));
    }
  }
}
