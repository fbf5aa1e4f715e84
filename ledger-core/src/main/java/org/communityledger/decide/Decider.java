package org.communityledger.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.CommonRefusal.InTheFuture;
import org.communityledger.decide.CommonRefusal.NotPermitted;
import org.communityledger.decide.CommonRefusal.NothingIrregular;
import org.communityledger.decide.Context.Handling;
import org.communityledger.decide.Reading.Both;
import org.communityledger.decide.Reading.ById;
import org.communityledger.decide.Reading.Fold;
import org.communityledger.decide.Reading.Known;
import org.communityledger.decide.Reading.Stages;
import org.communityledger.decide.Reading.Total;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.EffectiveHistory;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SealedValues;

/**
 * Runs the rules: evaluates what a command's rule wants to read over a {@link History}, asks the rule, and, where the
 * answer brings replacements, decides those on the history before the events they replace.
 *
 * <p>Immutable and safe for many threads; each call uses its own history.
 */
public final class Decider {
  /** Positions of events decided but not yet appended; beyond any position a log can reach. */
  private static final long PENDING = Long.MAX_VALUE / 2;

  /** The slot of a decision that is not about a replacement: behind everything. */
  private static final long BEHIND_ALL = Long.MAX_VALUE;

  private static final Approvals NO_APPROVALS = (approval, act, target, header) -> {
    throw new IllegalArgumentException("Nothing irregular can be decided: no context keeps approvals");
  };

  private final Map<Class<? extends Command>, Deciding<?, ?>> rules = new HashMap<>();

  private final Approvals approvals;

  public Decider(List<Context> contexts) {
    approvals = contexts.stream().flatMap(it -> it.approvals().stream()).findFirst().orElse(NO_APPROVALS);
    for (Context context : contexts) {
      for (Handling<?, ?> handling : context.commands()) {
        if (rules.put(handling.type(), new Deciding<>(handling, context.rulesVersion())) != null) {
          throw new IllegalArgumentException("Two rules for " + handling.type().getSimpleName());
        }
      }
    }
  }

  /** The stored name of the command and the version of the rules that decide it. */
  public String rulesVersion(Command command) {
    return ruleFor(command).rulesVersion();
  }

  /** What a reading yields over a history, outside of any decision. */
  public static <S> S read(Reading<S> reading, History history) {
    return new Sight(history).evaluate(reading);
  }

  /**
   * Decides a command. The header must be stamped with the day of recording. What is sent as irregular must break a rule of
   * the world, or the approval would be used, and the entry marked, for nothing.
   *
   * @throws IllegalArgumentException if no rule decides this type of command
   */
  public Verdict decide(Submission submission, History history) {
    Sight sight = new Sight(history);
    return switch (answer(submission, sight, sight)) {
      case Decision.Refuse refuse -> new Verdict.Denied(refuse);
      case Decision.Accept accept -> withReplacements(accept, submission, sight);
    };
  }

  /**
   * The answer to a command.
   *
   * @param sight what its rule sees
   * @param now all there is; a replacement is decided as of then, but approved of today
   */
  private Decision answer(Submission submission, Sight sight, Sight now) {
    Deciding<?, ?> rule = ruleFor(submission.command());
    Header header = submission.header();
    Permit.Scope scope = submission.permit().of(rule.name(), header);
    if (scope instanceof Permit.Scope.Nowhere nowhere) {
      return Decision.refuse(new NotPermitted(rule.name(), nowhere.lack()));
    }
    LocalDate today = header.today()
        .orElseThrow(() -> new IllegalArgumentException("The header of " + header.command() + " is not stamped"));
    if (header.occurred().isSurelyAfter(today)) {
      LocalDate earliest = header.occurred().earliest().orElseThrow();
      return Decision.refuse(new InTheFuture(earliest, today));
    }
    return switch (rule.decide(submission, scope, sight)) {
      case Decision.Refuse refuse -> refuse;
      case Decision.Accept accept when accept.objections().isEmpty() -> accept;
      case Decision.Accept accept -> header.irregular()
          .map(it -> now.evaluate(approvals.objection(it.approval(), rule.name(), Proposals.targetOf(submission),
              header)).orElse(accept))
          .orElseGet(() -> accept.objections().getFirst());
    };
  }

  private Verdict withReplacements(Decision.Accept accept, Submission submission, Sight sight) {
    Header header = submission.header();
    Proposals proposals = new Proposals();
    proposals.add(accept, submission, Optional.empty(), SealedValues.in(submission.command(), header));
    for (Decision.Replacement replacement : accept.replacements()) {
      Submission instead = new Submission(replacement.command(), header.occurring(replacement.occurred()),
          submission.permit());
      Sight now = sight.with(proposals.all());
      switch (answer(instead, now.before(replacement.corrects()), now)) {
        case Decision.Refuse refuse -> {
          return new Verdict.Denied(refuse);
        }
        case Decision.Accept accepted -> {
          if (!accepted.replacements().isEmpty()) {
            throw new IllegalArgumentException("A replacement cannot itself bring replacements");
          }
          Set<SealedFor> about = new HashSet<>(SealedValues.in(replacement.command()));
          if (header.bringsWords()) {
            about.add(SealedValues.ofReason(submission.command(), header.command()));
          }
          proposals.add(accepted, instead, Optional.of(replacement.corrects()), about);
        }
      }
    }
    return header.irregular().isPresent() && !proposals.areIrregular()
        ? new Verdict.Denied(nothingIrregular(submission))
        : new Verdict.Granted(proposals.all());
  }

  private Decision.Refuse nothingIrregular(Submission submission) {
    NothingIrregular refusal = new NothingIrregular(ruleFor(submission.command()).name());
    return new Decision.Refuse(refusal, List.of(), Optional.empty());
  }

  private Deciding<?, ?> ruleFor(Command command) {
    Deciding<?, ?> rule = rules.get(command.getClass());
    if (rule == null) {
      throw new IllegalArgumentException(
          "No rule decides " + command.getClass().getSimpleName() + "; add its context to the ledger's builder");
    }
    return rule;
  }

  private record Deciding<C extends Command, S>(Handling<C, S> handling, String rulesVersion) {
    String name() {
      return handling.name();
    }

    Decision decide(Submission submission, Permit.Scope scope, Sight sight) {
      C command = handling.type().cast(submission.command());
      Reading<S> reading = handling.reading().apply(command, submission.header());
      List<Reading<Optional<Decision>>> objections = new ArrayList<>();
      if (scope instanceof Permit.Scope.Within within) {
        objections.add(Whereabouts.objection(handling.name(), handling.whereabouts().apply(command), within.place()));
      }
      Set<SealedFor> about = SealedValues.in(command, submission.header());
      if (!about.isEmpty()) {
        objections.add(Erasures.objection(about));
      }
      if (objections.isEmpty()) {
        return handling.rule().decide(command, submission.header(), sight.evaluate(reading));
      }
      Reading<Optional<Decision>> objection = objections.stream()
          .reduce((one, other) -> one.and(other, (first, second) -> first.isPresent() ? first : second)).orElseThrow();
      return sight.evaluate(objection.and(reading, (found, state) -> found
          .orElseGet(() -> handling.rule().decide(command, submission.header(), state))));
    }
  }

  /** A history seen through corrections, and for replacements: with what is pending, up to the place to be filled. */
  private record Sight(History history, List<RecordedEvent> pending, long slot) {
    Sight(History history) {
      this(history, List.of(), BEHIND_ALL);
    }

    Sight with(List<Proposal> proposals) {
      List<RecordedEvent> decided = new ArrayList<>();
      for (Proposal each : proposals) {
        int number = decided.size();
        EventId id = new EventId(each.header().command(), number);
        decided.add(new RecordedEvent(PENDING + number, id, Instant.EPOCH, each.header(), each.corrects(), each.tags(),
            each.event()));
      }
      return new Sight(history, decided, BEHIND_ALL);
    }

    Sight before(EventId corrected) {
      return new Sight(history, pending, slotOf(corrected));
    }

    private long slotOf(EventId corrected) {
      RecordedEvent event = history.find(corrected)
          .orElseThrow(() -> new IllegalArgumentException("There is no event " + corrected + " to be corrected"));
      return event.corrects().isPresent() ? slotOf(event.corrects().get()) : event.position();
    }

    <S> S evaluate(Reading<S> reading) {
      return switch (reading) {
        case Known<S> known -> known.value();
        case Fold<S> fold -> fold(fold);
        case Total<S> total -> total(total);
        case Stages<?, S> stages -> staged(stages);
        case Both<?, ?, S> both -> joined(both);
        case ById<S> byId -> byId.view().apply(history.find(byId.id()));
      };
    }

    private <S> S fold(Fold<S> fold) {
      S state = fold.initial();
      for (RecordedEvent event : effective(fold.selection())) {
        state = fold.evolve().apply(state, event);
      }
      return state;
    }

    /** The event recorded last carries the total, unless it stands elsewhere in the order of what counts (ADR 0023). */
    private <S> S total(Total<S> total) {
      if (slot != BEHIND_ALL || !pending.isEmpty()) {
        return evaluate(total.whole());
      }
      Optional<RecordedEvent> last = history.last(withRetractions(total.selection()));
      if (last.isEmpty()) {
        return total.none();
      }
      boolean isInOrder = last.get().corrects().isEmpty() && !(last.get().event() instanceof Retraction);
      Optional<S> carried = isInOrder ? total.carried().apply(last.get()) : Optional.empty();
      return carried.orElseGet(() -> evaluate(total.whole()));
    }

    private <A, S> S staged(Stages<A, S> stages) {
      return evaluate(stages.next().apply(evaluate(stages.first())));
    }

    /** What both sides read in their first stage is read at once. */
    private <A, B, S> S joined(Both<A, B, S> both) {
      List<Selection> first = new ArrayList<>();
      collectFirst(both, first);
      Sight sight = first.size() < 2 || history instanceof ReadAhead
          ? this
          : new Sight(ReadAhead.of(history, first), pending, slot);
      return both.combine().apply(sight.evaluate(both.one()), sight.evaluate(both.other()));
    }

    private static void collectFirst(Reading<?> reading, List<Selection> selections) {
      switch (reading) {
        case Fold<?> fold -> selections.add(withRetractions(fold.selection()));
        case Both<?, ?, ?> both -> {
          collectFirst(both.one(), selections);
          collectFirst(both.other(), selections);
        }
        case Stages<?, ?> stages -> collectFirst(stages.first(), selections);
        case Total<?> total -> {
        }
        case Known<?> known -> {
        }
        case ById<?> byId -> {
        }
      }
    }

    private static Selection withRetractions(Selection selection) {
      return selection.including(Retraction.class);
    }

    private List<RecordedEvent> effective(Selection selection) {
      Selection withRetractions = withRetractions(selection);
      List<RecordedEvent> all = new ArrayList<>(history.read(withRetractions));
      pending.stream().filter(withRetractions::matches).forEach(all::add);
      List<RecordedEvent> effective = new ArrayList<>(EffectiveHistory.of(all));
      effective.removeIf(it -> it.event() instanceof Retraction);
      // A rule that asks for retractions gets them: whether something is retracted, or an approval used by one.
      all.stream().filter(it -> it.event() instanceof Retraction && selection.matches(it)).forEach(effective::add);
      return pending.isEmpty() ? effective : effective.stream().filter(it -> placeOf(it) < slot).toList();
    }

    private long placeOf(RecordedEvent event) {
      return event.corrects().isPresent() ? slotOf(event.corrects().get()) : event.position();
    }
  }
}
