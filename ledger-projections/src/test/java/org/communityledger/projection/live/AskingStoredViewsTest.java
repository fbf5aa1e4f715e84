package org.communityledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.projection.WallLedger.TODAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.communityledger.kernel.CaseId;
import org.communityledger.projection.Figure;
import org.communityledger.projection.FigureKey;
import org.communityledger.projection.FigurePattern;
import org.communityledger.projection.Figures;
import org.communityledger.projection.Period;
import org.communityledger.projection.Projection;
import org.communityledger.projection.RandomCases;
import org.communityledger.projection.Seeds;
import org.communityledger.projection.View;
import org.communityledger.projection.WallLedger;
import org.communityledger.projection.cases.AgeBuckets;
import org.communityledger.projection.cases.OpenByAge;
import org.communityledger.projection.cases.Rework;
import org.communityledger.projection.cases.SlaBreaches;
import org.communityledger.projection.cases.StageDurations;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on a period, a day or a policy is asked of a view in a file as of one in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingStoredViewsTest {
  private static final LocalDate DAY = TODAY.plusDays(4);
  private static final Period PERIOD = new Period(TODAY.minusDays(5), TODAY.plusDays(10));

  @TempDir
  Path folder;

  @Test
  void the_replies_are_those_of_a_replay() {
    Seeds.cases(3, random -> {
      Path own = Files.createDirectory(folder.resolve(Long.toString(random.nextLong(Long.MAX_VALUE))));
      try (WallLedger wall = WallLedger.in(own);
          Live live = Live.of(wall.ledger()).projections(new StageDurations(), new SlaBreaches(), new OpenByAge(),
              new Rework()).start()) {
        new RandomCases(wall, random).live(80, () -> {});
        live.awaitApplied(wall.ledger().reader().size() - 1, Kept.LONG);

        requireSame(wall, live, new StageDurations(), it -> StageDurations.fixes(it, PERIOD, DAY).figures());
        requireSame(wall, live, new SlaBreaches(), it -> SlaBreaches.closing(it, PERIOD, DAY).figures());
        requireSame(wall, live, new OpenByAge(), it -> OpenByAge.on(DAY, it, AgeBuckets.USUAL));
        requireSame(wall, live, new OpenByAge(), it -> OpenByAge.on(DAY.plusDays(90), it, AgeBuckets.USUAL));
        requireSame(wall, live, new Rework(), it -> Rework.rates(it, PERIOD, DAY).figures());
      }
    });
  }

  private static <R> void requireSame(
      WallLedger wall,
      Live live,
      Projection<CaseId, R> projection,
      Function<View<CaseId, R>, Figures> question) {
    Map<FigureKey, Figure> stored = live.read(projection, it -> figures(question.apply(it)));

    assertThat(stored).isEqualTo(figures(question.apply(wall.replay().run(projection).view(projection))));
  }

  private static Map<FigureKey, Figure> figures(Figures figures) {
    return figures.figures(FigurePattern.parse("*"));
  }
}
