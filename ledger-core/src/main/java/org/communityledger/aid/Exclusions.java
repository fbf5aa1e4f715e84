package org.communityledger.aid;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidRefusal.ExcludedByOther;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;

/**
 * What those for whom something would count have of programmes with which this one does not go together, whichever of the
 * two says so.
 *
 * @param programme the programme
 * @param asked the other programmes and the parties, in order
 * @param found the positions of what they have there
 */
record Exclusions(ProgrammeId programme, List<Other> asked, Map<Other, long[]> found) {
  /** A party in another programme. */
  record Other(ProgrammeId programme, Party party) {}

  static Reading<Exclusions> reading(Offer offer, Recipient recipient) {
    Set<ProgrammeId> others = new LinkedHashSet<>(offer.terms().excludes());
    others.addAll(offer.programme().excludedBy());
    List<Other> asked = new ArrayList<>();
    others.forEach(other -> recipient.counted().forEach(it -> asked.add(new Other(other, it))));
    return Reading.ofEach(asked, Exclusions::held).map(found -> new Exclusions(offer.id(), asked, found));
  }

  private static Reading<long[]> held(Other other) {
    Reading<List<Step<Delivered>>> given = Held.deliveries(AidTags.served(other.programme(), other.party()),
        it -> true);
    Reading<List<Step<EntitlementGranted>>> granted = Held
        .entitlements(AidTags.entitled(other.programme(), other.party()), it -> true);
    return given.and(granted, (deliveries, entitlements) -> LongStream.concat(
        deliveries.stream().mapToLong(Step::position), entitlements.stream().mapToLong(Step::position)).toArray());
  }

  Optional<Decision> objection() {
    return asked.stream().filter(it -> requireNonNull(found.get(it)).length > 0).findFirst()
        .map(it -> refuse(new ExcludedByOther(programme, it.programme(), it.party()), requireNonNull(found.get(it))));
  }
}
