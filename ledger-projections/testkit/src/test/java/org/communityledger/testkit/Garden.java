package org.communityledger.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.communityledger.LedgerBuilder;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/** An application's own context: the beds of the community garden, each with room for two plants. */
final class Garden implements LedgerSetup {
  static final PlaceId NORTH = new PlaceId("north");
  static final PlaceId SOUTH = new PlaceId("south");

  private static final Context CONTEXT = Context.named("garden").event("Planted", 2, Planted.class)
      .command("Plant", Plant.class, Garden::planted, Garden::plant).build();

  /** Plants something in a bed. */
  record Plant(PlaceId bed, String plant) implements Command {}

  /** Something was planted; in the first form, {@code plant} was called {@code what}. */
  record Planted(PlaceId bed, String plant) implements Event {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(bed);
    }
  }

  /** There is no room left. */
  record BedFull(PlaceId bed) implements Refusal {
    @Override
    public String english() {
      return "Bed " + bed + " has room for two plants.";
    }

    @Override
    public String chinese() {
      return "苗圃 " + bed + " 只能种两株。";
    }
  }

  @Override
  public void prepare(LedgerBuilder ledger) {
    ledger.context(CONTEXT).upcast("garden.Planted", 1, fact -> {
      fact.set("plant", fact.remove("what"));
      return fact;
    });
  }

  private static Reading<List<Long>> planted(Plant command) {
    return Reading.of(Selection.of(command.bed().tag(), Planted.class), List.of(), Garden::with);
  }

  private static List<Long> with(List<Long> positions, RecordedEvent recorded) {
    List<Long> more = new ArrayList<>(positions);
    more.add(recorded.position());
    return List.copyOf(more);
  }

  private static Decision plant(Plant command, Header header, List<Long> planted) {
    return planted.size() < 2
        ? Decision.accept(new Planted(command.bed(), command.plant()))
        : Decision.refuse(new BedFull(command.bed()), planted.stream().mapToLong(Long::longValue).toArray());
  }
}
