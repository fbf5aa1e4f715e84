package org.communityledger.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.CHIEF;
import static org.communityledger.testing.Matters.CLERK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.testing.Generated;
import org.communityledger.testing.Shelf;
import org.communityledger.testing.Shelf.Moved;
import org.communityledger.testing.Shelf.Put;
import org.communityledger.testing.Shelf.Take;
import org.communityledger.testing.Shelf.Throw;
import org.communityledger.testing.Shelf.TooFew;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunningTotalsTest {
  private static final List<String> SHELVES = List.of("left", "right");

  private final RuleScenario ledger = RuleScenario.with(Shelf.CONTEXT);

  @Test
  void the_total_goes_on_from_the_last_event() {
    ledger.given(new Put("left", 5), CLERK);
    ledger.given(new Put("right", 70), CLERK);
    long taken = ledger.given(new Take("left", 2), CLERK);

    ledger.when(new Take("left", 4), CLERK).isRefusedWith(new TooFew("left", 3), taken);
    ledger.when(new Take("left", 3), CLERK).isAcceptedWith(new Moved("left", -3, 0));
  }

  @Test
  void what_was_retracted_does_not_count_although_later_events_counted_it() {
    long wrong = ledger.given(new Put("left", 5), CLERK);
    ledger.given(new Put("left", 10), CLERK);
    retract(wrong);

    ledger.when(new Take("left", 1), CLERK).isAcceptedWith(new Moved("left", -1, 9));
    ledger.when(new Take("left", 9), CLERK).isAcceptedWith(new Moved("left", -9, 0));
  }

  @Test
  void a_correction_is_decided_on_the_total_before_what_it_corrects() {
    ledger.given(new Put("left", 5), CLERK);
    long wrong = ledger.given(new Put("left", 10), CLERK);
    ledger.given(new Put("left", 100), CLERK);

    retract(wrong, new Put("left", 20));

    assertThat(ledger.at(ledger.last()).event()).isEqualTo(new Moved("left", 20, 25));
    ledger.when(new Put("left", 1), CLERK).isAcceptedWith(new Moved("left", 1, 126));
    ledger.when(new Put("left", 1), CLERK).isAcceptedWith(new Moved("left", 1, 127));
  }

  @Test
  void where_the_last_event_carries_none_all_of_them_tell() {
    ledger.given(new Put("left", 5), CLERK);
    ledger.given(new Throw("left", 2), CLERK);
    long thrown = ledger.given(new Throw("left", 1), CLERK);

    ledger.when(new Take("left", 9), CLERK).isRefusedWith(new TooFew("left", 8), thrown);
    ledger.when(new Take("left", 1), CLERK).isAcceptedWith(new Moved("left", -1, 7));
  }

  @Test
  void the_last_event_tells_what_all_of_them_do_whatever_was_taken_back_or_corrected() {
    AtomicInteger newestOutOfOrder = new AtomicInteger();
    Generated.cases(300, it -> {
      RuleScenario scenario = RuleScenario.with(Shelf.CONTEXT);
      Effects effects = new Effects(new ArrayList<>());
      for (int step = 0; step < 30; step++) {
        if (it.oneIn(4) && !effects.all.isEmpty()) {
          correct(scenario, effects, it);
        } else {
          move(scenario, effects, it);
        }
        for (String shelf : SHELVES) {
          assertThat(Decider.read(Shelf.of(shelf), scenario).things()).isEqualTo(effects.total(shelf));
        }
        RecordedEvent newest = scenario.at(scenario.last());
        newestOutOfOrder.addAndGet(newest.corrects().isPresent() || !(newest.event() instanceof Moved) ? 1 : 0);
      }
    });
    assertThat(newestOutOfOrder).hasValueGreaterThan(1_000);
  }

  private static void move(RuleScenario scenario, Effects effects, Generated it) {
    String shelf = it.oneOf(SHELVES);
    long things = it.number(0L, 9L);
    long total = effects.total(shelf);
    if (it.oneIn(8)) {
      scenario.given(new Throw(shelf, things), CLERK);
      effects.add(scenario.at(scenario.last()), scenario.last());
    } else if (it.oneIn(2) && total >= things) {
      scenario.when(new Take(shelf, things), CLERK).isAcceptedWith(new Moved(shelf, -things, total - things));
      effects.add(scenario.at(scenario.last()), scenario.last());
    } else {
      scenario.when(new Put(shelf, things), CLERK).isAcceptedWith(new Moved(shelf, things, total + things));
      effects.add(scenario.at(scenario.last()), scenario.last());
    }
  }

  /** Takes one back, and puts up to two others in its place, on this shelf or the other. */
  private static void correct(RuleScenario scenario, Effects effects, Generated it) {
    Effect wrong = it.oneOf(effects.all);
    List<Command> instead = new ArrayList<>();
    List<Moved> expected = new ArrayList<>();
    for (int i = it.number(0, 2); i > 0; i--) {
      String shelf = it.oneOf(SHELVES);
      long things = it.number(0L, 9L);
      instead.add(new Put(shelf, things));
      expected.add(new Moved(shelf, things, effects.totalBefore(wrong.place, shelf) + things));
    }
    retract(scenario, wrong.id, instead);
    effects.all.remove(wrong);
    for (int i = 0; i < expected.size(); i++) {
      RecordedEvent correction = scenario.at(scenario.last() - expected.size() + 1 + i);
      assertThat(correction.event()).isEqualTo(expected.get(i));
      effects.add(correction, wrong.place);
    }
  }

  /** What counts, kept in the plainest way; what was put in the place of another keeps its place. */
  private record Effects(List<Effect> all) {
    long total(String shelf) {
      return totalBefore(Long.MAX_VALUE, shelf);
    }

    long totalBefore(long place, String shelf) {
      return all.stream().filter(it -> it.place < place && it.shelf.equals(shelf)).mapToLong(Effect::change).sum();
    }

    void add(RecordedEvent recorded, long place) {
      Moved moved = (Moved) recorded.event();
      all.add(new Effect(recorded.id(), place, moved.shelf(), moved.change()));
    }
  }

  private record Effect(EventId id, long place, String shelf, long change) {}

  private void retract(long position, Command... instead) {
    retract(ledger, ledger.id(position), List.of(instead));
  }

  private static void retract(RuleScenario scenario, EventId wrong, List<Command> instead) {
    ApprovalId approval = new ApprovalId("approval-" + scenario.last());
    scenario.given(new GiveApproval(approval, "records.RetractEvent", wrong.tag(), Optional.empty()), CHIEF);
    scenario.given(new RetractEvent(wrong, approval,
        instead.stream().map(it -> new Replacement(it, Optional.empty())).toList()), CLERK);
  }
}
