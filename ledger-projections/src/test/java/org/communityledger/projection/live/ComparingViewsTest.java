package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.WallLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison that other tests rely on finds what does not agree. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparingViewsTest {
  @TempDir
  Path folder;

  @BeforeEach
  void keep() {
    try (WallLedger wall = WallLedger.in(folder);
        Live live = Live.of(wall.ledger()).projections(RecordingProcess.projections(1)).start()) {
      new RandomCases(wall, new SplittableRandom(5)).live(60, () -> {});
      live.awaitBuilt(Kept.LONG);
      live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);
    }
  }

  @Test
  void what_is_as_it_should_be_agrees() {
    assertThat(compared()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "UPDATE view SET size = size - 1; rows",
      "UPDATE view_row SET row = replace(row, '\"HAZARD\"', '\"NEED\"') WHERE key = CAST('\"k1\"' AS BLOB); rows",
      "DELETE FROM view_row WHERE key = CAST('\"k2\"' AS BLOB); rows",
      "UPDATE figure SET sum = replace(sum, '\"uppers\":', '\"uppers\":1') WHERE key = 'told.all'; figures",
      "DELETE FROM figure WHERE key = 'told.struckOut'; figures",
      "DELETE FROM index_entry WHERE name = 'stage'; index stage",
      "UPDATE index_entry SET value = 'c0.9' WHERE name = 'event' AND value = 'c5.0'; index event"})
  void what_is_not_is_found(String damage, String found) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("wall.ledger.views"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(damage)).isPositive();
    }

    assertThatThrownBy(this::compared).isInstanceOf(AssertionError.class).hasMessageContaining("[" + found + "]");
  }

  private int compared() {
    try (WallLedger wall = WallLedger.in(folder)) {
      return Kept.agreesAsStored(folder.resolve("wall.ledger.views"), wall.ledger().reader(),
          RecordingProcess.projections(1));
    }
  }
}
