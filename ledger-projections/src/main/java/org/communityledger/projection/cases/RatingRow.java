package org.communityledger.projection.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseKind;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.When;
import org.communityledger.projection.Happening;

/**
 * What was said of how a case was handled.
 *
 * @param caseId the case
 * @param kind what sort of matter it is
 * @param category the category in which it was reported
 * @param owner the organisation that accepted it
 * @param ratings the ratings, in the order of the record
 */
public record RatingRow(
    CaseId caseId,
    CaseKind kind,
    String category,
    Optional<OrgId> owner,
    List<Rating> ratings) {
  public RatingRow {
    ratings = List.copyOf(ratings);
  }

  /**
   * One rating; what was not said or asked is empty.
   *
   * @param when when; where no last possible day is stated, that is the day of recording
   * @param reached whether whoever reported was reached
   * @param contacted whether somebody had been in contact with them
   * @param solved whether the matter is solved
   * @param satisfied how satisfied they are, 1 to 5
   * @param hasRemark whether there is a remark, which is not told here
   * @param position the position of the rating
   */
  public record Rating(
      When when,
      Optional<Boolean> reached,
      Optional<Boolean> contacted,
      Optional<Boolean> solved,
      Optional<Integer> satisfied,
      boolean hasRemark,
      long position) {}

  static RatingRow of(CaseReported report) {
    return new RatingRow(report.caseId(), report.kind(), report.category(), Optional.empty(), List.of());
  }

  RatingRow ownedBy(OrgId by) {
    return new RatingRow(caseId, kind, category, Optional.of(by), ratings);
  }

  RatingRow rated(CaseRated it, Happening happening) {
    Rating rating = new Rating(happening.bounded(), it.reached(), it.contacted(), it.solved(), it.satisfied(),
        it.remark().isPresent(), happening.recorded().position());
    return new RatingRow(caseId, kind, category, owner, Stream.concat(ratings.stream(), Stream.of(rating)).toList());
  }
}
