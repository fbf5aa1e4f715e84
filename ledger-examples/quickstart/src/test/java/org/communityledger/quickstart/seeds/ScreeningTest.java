package org.communityledger.quickstart.seeds;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Article F: a health screening for women. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningTest {
  @Test
  void s29_leaflets_nobody_counted_are_some() {
    ExpectedFigure.require("S29");
  }
}
