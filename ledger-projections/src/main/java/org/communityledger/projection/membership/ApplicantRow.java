package org.communityledger.projection.membership;

import java.util.List;
import java.util.stream.Stream;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipEvent.ApplicationSubmitted;

/**
 * Where a person applied.
 *
 * @param person who
 * @param applications the applications, in the order of the record
 */
public record ApplicantRow(PersonId person, List<Application> applications) {
  public ApplicantRow {
    applications = List.copyOf(applications);
  }

  /**
   * An application.
   *
   * @param standing the standing that began with it
   * @param ladder on which ladder
   * @param org to which organisation
   * @param when when, no more exact than stated
   */
  public record Application(StandingId standing, LadderId ladder, OrgId org, When when) {}

  ApplicantRow with(ApplicationSubmitted it, When when) {
    Application application = new Application(it.standing(), it.ladder(), it.org(), when);
    return new ApplicantRow(person, Stream.concat(applications.stream(), Stream.of(application)).toList());
  }
}
