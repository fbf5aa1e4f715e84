package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.projection.Projection;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.aid.AidByProgramme;
import org.communityledger.projection.aid.AidByRecipient;
import org.communityledger.projection.aid.AidBySite;
import org.communityledger.projection.aid.LotCustody;
import org.communityledger.projection.aid.ScreeningFunnel;
import org.communityledger.projection.aid.StockBalance;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.cases.OpenByAge;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.StageDurations;
import org.communityledger.projection.cases.ThreeRates;
import org.communityledger.projection.membership.Applicants;
import org.communityledger.projection.membership.Appointments;
import org.communityledger.projection.membership.Bonds;
import org.communityledger.projection.membership.Honours;
import org.communityledger.projection.membership.MembershipRegister;
import org.communityledger.projection.membership.StandingHistory;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.PlaceRegister;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.Corrections;
import org.communityledger.projection.records.ErasureRegister;

/** The projections that come with the library, all of them; who ships one more, adds it here. */
final class Shipped {
  static final List<Projection<?, ?>> ALL = List.of(new HouseholdsByPerson(), new OrgTree(), new Anomalies(),
      new Attestations(), new AuditTrail(), new Corrections(), new ErasureRegister(), new AssetRegister(),
      new Coverage(), new PlaceRegister(), new SiteDirectory(), new ActivityLog(), new Participation(),
      new AidByProgramme(), new AidByRecipient(), new AidBySite(), new LotCustody(), new ScreeningFunnel(),
      new StockBalance(), new Applicants(), new Appointments(), new Bonds(), new Honours(), new MembershipRegister(),
      new StandingHistory(), new AppealDocket(), new CaseRegister(), new HazardFixHistory(), new OpenByAge(),
      new Rework(), new SlaBreaches(), new StageDurations(), new ThreeRates());

  private Shipped() {}

  /** How many they are, for people. */
  static String names() {
    return "all " + ALL.size() + " shipped projections";
  }
}
