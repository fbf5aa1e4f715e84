package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.SiteId;

/**
 * What was given at a site.
 *
 * @param site the site
 * @param programmes programme by programme, in the order in which they were first given there
 */
public record SiteAidRow(SiteId site, List<OfProgramme> programmes) {
  public SiteAidRow {
    programmes = List.copyOf(programmes);
  }

  /** What was given of a programme. */
  public record OfProgramme(ProgrammeId programme, Items items) {}

  SiteAidRow with(ProgrammeId programme, UnaryOperator<Items> change) {
    List<OfProgramme> now = new ArrayList<>(programmes);
    if (now.stream().noneMatch(it -> it.programme().equals(programme))) {
      now.add(new OfProgramme(programme, Items.NONE));
    }
    now.replaceAll(it -> it.programme().equals(programme) ? new OfProgramme(programme, change.apply(it.items())) : it);
    return new SiteAidRow(site, now);
  }
}
