package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.projection.Projection;
import org.communityledger.projection.activities.ActivityLog;
import org.communityledger.projection.activities.Participation;
import org.communityledger.projection.cases.AppealDocket;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.parties.HouseholdsByPerson;
import org.communityledger.projection.parties.OrgTree;
import org.communityledger.projection.places.AssetRegister;
import org.communityledger.projection.places.Coverage;
import org.communityledger.projection.places.SiteDirectory;
import org.communityledger.projection.records.Anomalies;
import org.communityledger.projection.records.Attestations;
import org.communityledger.projection.records.AuditTrail;
import org.communityledger.projection.records.ErasureRegister;

/** The projections that come with the library, all of them; who ships one more, adds it here. */
final class Shipped {
  static final List<Projection<?, ?>> ALL = List.of(new HouseholdsByPerson(), new OrgTree(), new Attestations(),
      new Anomalies(), new AuditTrail(), new ErasureRegister(), new SiteDirectory(), new AssetRegister(),
      new Coverage(), new ActivityLog(), new Participation(), new CaseRegister(), new HazardFixHistory(),
      new AppealDocket());

  private Shipped() {}

  /** How many they are, for people. */
  static String names() {
    return "all " + ALL.size() + " shipped projections";
  }
}
