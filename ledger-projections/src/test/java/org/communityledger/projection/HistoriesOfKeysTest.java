package org.communityledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.RAILING;
import static org.communityledger.projection.WallLedger.WALL;
import static org.communityledger.projection.WallLedger.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.log.Query;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.records.RecordsCommand.Replacement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesOfKeysTest {
  @TempDir
  Path folder;

  @Test
  void one_key_is_told_of_its_own_events_only_corrections_in_their_places_in_whatever_order_they_are_given() {
    try (WallLedger wall = WallLedger.in(folder)) {
      EventId reported = wall.given(report(WALL));
      wall.given(report(RAILING));
      EventId accepted = wall.given(new AcceptCase(WALL, OFFICE, Optional.empty()));
      EventId surveyed = wall.given(new RecordSurvey(WALL));
      EventId again = wall.retracted(reported, new Replacement(report(WALL), Optional.empty())).orElseThrow().entries()
          .get(1).eventId();
      assertThat(wall.retracted(surveyed)).isPresent();
      List<RecordedEvent> events = new ArrayList<>(all(wall.ledger().reader()));
      Collections.shuffle(events, new Random(1));

      assertThat(KeyHistory.of(new CaseRegister(), WALL, events, ZoneId.of("Asia/Shanghai")))
          .extracting(it -> it.recorded().id()).containsExactly(again, accepted);
      List<Happening> withStruckOut = KeyHistory.of(new HazardFixHistory(), WALL, events, ZoneId.of("Asia/Shanghai"));
      assertThat(withStruckOut).extracting(it -> it.recorded().id()).containsExactly(reported, again, accepted,
          surveyed);
      assertThat(withStruckOut).extracting(Happening::isStruckOut).containsExactly(true, false, false, true);
      assertThat(withStruckOut).extracting(Happening::recordedOn).containsOnly(WallLedger.TODAY);
    }
  }

  private static List<RecordedEvent> all(LedgerReader reader) {
    return reader.log().read(Query.all(), 0, reader.size(), 1_000).stream().map(reader.codec()::decode).toList();
  }
}
