package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.Evidence;
import org.communityledger.membership.MembershipCommand.AdoptStanding;
import org.communityledger.membership.MembershipCommand.AdvanceStage;
import org.communityledger.membership.MembershipCommand.Apply;
import org.communityledger.membership.MembershipCommand.DefineLadder;
import org.communityledger.membership.MembershipCommand.DissolveBranch;
import org.communityledger.membership.MembershipCommand.EndStanding;
import org.communityledger.membership.MembershipCommand.FoundBranch;
import org.communityledger.membership.MembershipCommand.HoldTalk;
import org.communityledger.membership.MembershipCommand.RejectApplication;
import org.communityledger.membership.MembershipCommand.WithdrawStanding;
import org.communityledger.parties.PartyCommand.RegisterPerson;

/** A branch at each station, and those who climb its ladder, a year from step to step. Not thread-safe. */
final class MembershipMatters implements Matters {
  private static final LadderId LADDER = new LadderId("party");
  private static final int FOUNDERS = 3;
  private static final Duration A_YEAR_AND_SOME_DAYS = Duration.ofDays(370);

  private final District district;
  private final Chance chance;
  private final PartyMatters parties;
  private final List<SiteId> stations;
  private final Set<PersonId> known = new HashSet<>();
  private int branches;

  MembershipMatters(District district, PartyMatters parties, List<SiteId> stations) {
    this.district = district;
    this.chance = district.chance();
    this.parties = parties;
    this.stations = stations;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    List<Supplier<Asked>> all = new ArrayList<>();
    all.add(() -> district.asks(DefineLadder.shipped(LADDER)));
    IntStream.range(0, FOUNDERS).mapToObj(MembershipMatters::founder).forEach(it -> {
      all.add(() -> district.asks(RegisterPerson.of(it, Optional.of(true), Optional.of("resident"))));
      all.add(() -> adopted(new StandingId("standing-of-" + it), it, "full"));
    });
    for (int i = 0; i < District.COMMUNITIES; i++) {
      int number = i;
      ApprovalId approval = new ApprovalId("approval-of-branch-" + number);
      all.add(() -> district.approves(approval, "membership.FoundBranch", branch(number).tag()));
      all.add(() -> founded(number, Optional.of(stations.get(number)), approval));
    }
    return all;
  }

  private static PersonId founder(int number) {
    return new PersonId("founder-" + number);
  }

  private static OrgId branch(int number) {
    return new OrgId("branch-" + number);
  }

  private Asked founded(int number, Optional<SiteId> restsOn, ApprovalId approval) {
    branches = Math.max(branches, number + 1);
    return district.asks(new FoundBranch(branch(number), "Branch " + number, District.OFFICE, restsOn, LADDER,
        IntStream.range(0, FOUNDERS).mapToObj(MembershipMatters::founder).toList(), approval));
  }

  private Asked adopted(StandingId standing, PersonId person, String stage) {
    return district.asks(new AdoptStanding(standing, person, LADDER, District.OFFICE, stage,
        When.inYear(district.today().getYear() - chance.between(1, 20)), List.of(Evidence.of("letter"))));
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(1.6, this::climbs), new Kind(0.3, this::comesWithAStanding),
        new Kind(0.05, this::shortBranch));
  }

  private Optional<PersonId> newcomer() {
    return Optional.of(district.anyResident()).filter(it -> !parties.isMinor(it) && known.add(it));
  }

  private Course comesWithAStanding() {
    Agenda agenda = new Agenda(district);
    newcomer().ifPresent(person -> {
      StandingId standing = new StandingId(district.nextId());
      agenda.then(Agenda.HOURS, () -> adopted(standing, person, chance.happens(800) ? "full" : "activist"));
      if (chance.happens(150)) {
        agenda.then(Agenda.MONTHS,
            () -> district.asks(new EndStanding(standing, person)).because("moved away"));
      }
    });
    return agenda;
  }

  private Course climbs() {
    return newcomer().map(it -> new Climber(it).agenda).orElseGet(() -> new Agenda(district));
  }

  private final class Climber {
    private final Agenda agenda = new Agenda(district);
    private final StandingId standing = new StandingId(district.nextId());
    private final PersonId person;
    private final OrgId branch = branch(chance.between(0, District.COMMUNITIES - 1));

    private Climber(PersonId person) {
      this.person = person;
      agenda.then(Agenda.DAYS,
          () -> district.asks(new Apply(standing, person, LADDER, branch, Sealed.of("I wish to"))));
      agenda.then(Agenda.WEEKS, this::talked);
      if (chance.happens(150)) {
        agenda.then(Agenda.WEEKS,
            () -> district.asks(new RejectApplication(standing, person)).because("lives elsewhere"));
        return;
      }
      advances(Duration.ofDays(60), "activist", "recommendation");
      agenda.then(Agenda.MONTHS, this::talked);
      if (chance.happens(150)) {
        agenda.then(Agenda.MONTHS, () -> district.asks(new WithdrawStanding(standing, person)));
        return;
      }
      advances(A_YEAR_AND_SOME_DAYS, "development-candidate", "opinions");
      advances(Duration.ofDays(90), "probationary", "review");
      advances(A_YEAR_AND_SOME_DAYS, "full", "resolution");
      if (chance.happens(100)) {
        agenda.then(Agenda.MONTHS, () -> district.asks(new EndStanding(standing, person)).because("moved away"));
      }
    }

    private Asked talked() {
      return district.asks(HoldTalk.of(standing, person, district.someWorker()));
    }

    private void advances(Duration after, String to, String need) {
      agenda.after(after, () -> Optional.of(district.asks(
          new AdvanceStage(standing, person, to, List.of(branch), List.of(Evidence.of(need))))));
    }
  }

  /** A branch that nobody joins. */
  private Course shortBranch() {
    Agenda agenda = new Agenda(district);
    int number = branches++;
    agenda.approved(Agenda.DAYS, "membership.FoundBranch", () -> branch(number).tag(),
        approval -> founded(number, Optional.empty(), approval));
    agenda.then(Agenda.MONTHS, () -> district.asks(new DissolveBranch(branch(number))));
    return agenda;
  }
}
