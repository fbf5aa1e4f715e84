package org.communityledger.benchmarks;

import java.util.List;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidRules;
import org.communityledger.cases.CaseRules;
import org.communityledger.decide.Context;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.records.RecordsRules;

/** The contexts of a ledger as it is opened here, for those who need their rules or their events without a ledger. */
final class Contexts {
  static final List<Context> ALL = List.of(Context.KERNEL, PartyRules.CONTEXT, RecordsRules.CONTEXT, PlaceRules.CONTEXT,
      ActivityRules.CONTEXT, AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT);

  private Contexts() {}
}
