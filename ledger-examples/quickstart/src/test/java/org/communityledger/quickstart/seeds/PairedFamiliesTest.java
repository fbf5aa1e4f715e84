package org.communityledger.quickstart.seeds;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Article H: a tea party with paired families. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PairedFamiliesTest {
  @Test
  void s33_four_families_are_said_to_have_come_and_an_app_checks_them_in() {
    ExpectedFigure.require("S33");
  }

  @Test
  void s34_the_visit_had_three_stops() {
    ExpectedFigure.require("S34");
  }
}
