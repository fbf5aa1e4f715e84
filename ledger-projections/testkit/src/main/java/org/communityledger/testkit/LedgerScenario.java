package org.communityledger.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.access.Caller;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.projection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A ledger and its story: when and by whom things are done, what has happened, what is asked, and what must come of it.
 *
 * <pre>{@code
 * ledger.at(LocalDate.of(2024, 7, 19)).as(WORKER)
 *     .given(reported, accepted, assigned)
 *     .when(new StartWork(WALL))
 *     .thenEvents(new WorkStarted(WALL, EventId.parse("c1.2")));
 * }</pre>
 *
 * <p>The clock stands still until {@link #at} puts it forward; the ledger is founded at noon (in Shanghai) of 1 January
 * 2000. Ids are counted: the founding is command {@code c0} with its event {@code c0.0} at position 0, and each
 * {@link #given} and {@link #when} after it takes the next number, so that ids can be written out. Until told otherwise,
 * what is recorded is done by a tester, on the day at which the clock stands, and known at first hand.
 *
 * <p>Made by {@link LedgerTest} for each test. Used by one thread; its {@link #ledger} may be used by many.
 */
public final class LedgerScenario {
  private static final Instant FOUNDING = Instant.parse("2000-01-01T04:00:00Z");
  private static final Map<Ledger, LedgerScenario> OPEN = new ConcurrentHashMap<>();

  private final TemporaryLedger store;
  private final AtomicReference<Instant> now;
  private final Ledger ledger;
  private final ViewsInUse views;
  private Runnable afterStep = () -> {};
  private Actor actor = Actor.of(new PersonId("tester"), "tester");
  private Source source = Source.of(Source.Kind.FIRST_HAND, "test");
  private Optional<Caller> caller = Optional.empty();
  private Optional<When> occurred = Optional.empty();
  private Optional<String> reason = Optional.empty();
  private Optional<Irregular> irregular = Optional.empty();
  private @Nullable Asked asked;

  private LedgerScenario(TemporaryLedger store, AtomicReference<Instant> now, Ledger ledger, ViewsInUse views) {
    this.store = store;
    this.now = now;
    this.ledger = ledger;
    this.views = views;
  }

  static LedgerScenario open(LedgerSetup setup) {
    TemporaryLedger store = new TemporaryLedger(setup);
    try {
      AtomicReference<Instant> now = new AtomicReference<>(FOUNDING);
      Ledger ledger = store.open(now::get);
      LedgerScenario scenario = new LedgerScenario(store, now, ledger,
          ViewsInUse.kept(ledger, store, setup.patience()));
      OPEN.put(ledger, scenario);
      return scenario.keeping(setup.projections());
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  private LedgerScenario keeping(List<Projection<?, ?>> projections) {
    try {
      projections.forEach(views::keep);
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** The open scenario of the ledger, if it is one's. */
  static Optional<LedgerScenario> of(Ledger ledger) {
    return Optional.ofNullable(OPEN.get(ledger));
  }

  /**
   * Puts the clock forward; what follows happens at that time.
   *
   * @throws IllegalArgumentException if the clock would go back; what happened earlier than it is recorded is told by
   *   {@link #occurred}
   */
  public LedgerScenario at(Instant time) {
    if (time.isBefore(now.get())) {
      throw new IllegalArgumentException(
          "The ledger's clock stands at " + now.get() + " and does not go back to " + time
              + "; to record late what happened then, say occurred(…)");
    }
    now.set(time);
    occurred = Optional.empty();
    return this;
  }

  /** Puts the clock forward to the noon of a day in the ledger's time zone. */
  public LedgerScenario at(LocalDate day) {
    return at(day.atTime(LocalTime.NOON).atZone(reader().zone()).toInstant());
  }

  /** Says who asks for what follows and does it; they are bound by the ledger's access policy, and have one role. */
  public LedgerScenario as(Caller who) {
    caller = Optional.of(who);
    return this;
  }

  /** Says who does what follows; they may do everything. */
  public LedgerScenario as(Actor who) {
    caller = Optional.empty();
    actor = who;
    return this;
  }

  /** Says when what follows happened, up to the next {@link #at}, if it was not on the day of its recording. */
  public LedgerScenario occurred(When when) {
    occurred = Optional.of(when);
    return this;
  }

  /** Says how what follows is known. */
  public LedgerScenario from(Source where) {
    source = where;
    return this;
  }

  /** Says why the next command is sent, in plain words; they are sealed when it is recorded. */
  public LedgerScenario because(String why) {
    reason = Optional.of(why);
    return this;
  }

  /** Says why the next command is sent although a rule speaks against it, and by which approval. */
  public LedgerScenario irregular(String why, ApprovalId approval) {
    irregular = Optional.of(new Irregular(Sealed.of(why), approval));
    return this;
  }

  /** Records events together through the bulk door, asking no rule. */
  public LedgerScenario given(Event... events) {
    requireAnswerSeen();
    ledger.history().append(header(), List.of(events));
    afterStep.run();
    return this;
  }

  /**
   * Sends a command through the door. If it is refused, a {@code then…} must follow that expects it.
   */
  public LedgerScenario when(Command command) {
    Header plain = header();
    Header reasoned = reason.map(plain::because).orElse(plain);
    Header header = irregular.map(reasoned::irregular).orElse(reasoned);
    reason = Optional.empty();
    irregular = Optional.empty();
    return send(command, header);
  }

  /**
   * Sends the last command again, under the same id.
   *
   * @throws IllegalStateException if there is none
   */
  public LedgerScenario whenAgain() {
    Asked last = asked();
    return send(last.command(), last.header());
  }

  private LedgerScenario send(Command command, Header header) {
    requireAnswerSeen();
    long size = reader().size();
    asked = new Asked(command, header, new Answer(reader(), command, size, recorded(command, header)));
    afterStep.run();
    return this;
  }

  private Outcome recorded(Command command, Header header) {
    return caller.map(it -> ledger.as(it).record(command, header)).orElseGet(() -> ledger.record(command, header));
  }

  private Header header() {
    When when = occurred.orElseGet(() -> When.on(LocalDate.ofInstant(now.get(), reader().zone())));
    return caller.map(it -> ledger.as(it).header(when, source)).orElseGet(() -> ledger.header(actor, when, source));
  }

  /** Requires that the last command was recorded as these events, in this order, and no others. */
  public LedgerScenario thenEvents(Event... expected) {
    asked().answer().requireEvents(List.of(expected));
    return this;
  }

  /** Requires that the last command was refused for this reason. */
  public LedgerScenario thenRefused(Refusal expected) {
    asked().answer().requireRefusal(expected);
    return this;
  }

  /**
   * Requires that the last command was refused for this reason because of these events.
   *
   * @param causes the positions of the events, all of them, in the order of the refusal
   */
  public LedgerScenario thenRefused(Refusal expected, long... causes) {
    asked().answer().requireRefusal(expected);
    asked().answer().requireCauses(causes);
    return this;
  }

  /** Requires that the last command was refused for a reason of this kind. */
  public LedgerScenario thenRefused(Class<? extends Refusal> expected) {
    asked().answer().requireRefusal(expected);
    return this;
  }

  /** Requires that the last command was accepted and recorded nothing, as when it had been recorded before. */
  public LedgerScenario thenNothing() {
    asked().answer().requireNothing();
    return this;
  }

  private Asked asked() {
    if (asked == null) {
      throw new IllegalStateException("Nothing was asked yet; say when(…) first");
    }
    return asked;
  }

  /** A refusal that nobody expected must not pass for a step done. */
  void requireAnswerSeen() {
    if (asked != null) {
      asked.answer().requireSeen();
    }
  }

  /** The position of the last entry. */
  public long position() {
    return reader().size() - 1;
  }

  /** The ledger itself, open for writing; it is closed after the test. */
  public Ledger ledger() {
    return ledger;
  }

  /** Calls for something after each {@link #given} and {@link #when}. */
  void afterEachStep(Runnable action) {
    afterStep = action;
  }

  ViewsInUse views() {
    return views;
  }

  TemporaryLedger store() {
    return store;
  }

  private LedgerReader reader() {
    return ledger.reader();
  }

  void close() {
    try (store; ledger; views) {
      OPEN.remove(ledger);
    }
  }

  /** A command sent and what became of it. */
  private record Asked(Command command, Header header, Answer answer) {}
}
