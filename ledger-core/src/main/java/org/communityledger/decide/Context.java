package org.communityledger.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.RuleBroken;

/**
 * One context's vocabulary and rules: the stored names of its events, its commands, and how each command is decided.
 *
 * @param name the context's name, first part of every stored name
 * @param rules the version of its rules, stored with every decision; raised when a rule changes its answers
 * @param events its events
 * @param commands its commands
 * @param approvals how to ask for approvals, of the context that keeps them
 */
public record Context(
    String name,
    int rules,
    List<EventType> events,
    List<Handling<?, ?>> commands,
    Optional<Approvals> approvals) {
  /** What the ledger itself records; there is no command for it. */
  public static final Context KERNEL = named("kernel")
      .event("LedgerFounded", 1, LedgerFounded.class)
      .event("LateConflict", 1, LateConflict.class)
      .event("RuleBroken", 1, RuleBroken.class)
      .build();

  public Context {
    events = List.copyOf(events);
    commands = List.copyOf(commands);
  }

  /** The name and version of the rules as a decision record has it. */
  public String rulesVersion() {
    return name + "/" + rules;
  }

  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * How one type of command is decided.
   *
   * @param name its stored name
   * @param type its record
   * @param reading what its rule needs to know
   * @param rule its rule
   * @param whereabouts where the things lie that it is about
   */
  public record Handling<C extends Command, S>(
      String name,
      Class<C> type,
      BiFunction<C, Header, Reading<S>> reading,
      Rule<C, S> rule,
      Function<? super C, Reading<Whereabouts>> whereabouts) {}

  /** Collects a context; not thread-safe. */
  public static final class Builder {
    private final String name;
    private int rules = 1;
    private final List<EventType> events = new ArrayList<>();
    private final List<Handling<?, ?>> commands = new ArrayList<>();
    private final List<Placing<?>> placings = new ArrayList<>();
    private final List<Delay<?>> delays = new ArrayList<>();
    private Optional<Approvals> approvals = Optional.empty();

    private Builder(String name) {
      this.name = name;
    }

    /** The version of the rules; 1 unless said otherwise. */
    public Builder rules(int version) {
      rules = version;
      return this;
    }

    /** An event, by its stored name without the context's, and the current version of its form. */
    public Builder event(String eventName, int version, Class<? extends Event> type) {
      events.add(new EventType(name + "." + eventName, version, type));
      return this;
    }

    /** A command, by its stored name without the context's. */
    public <C extends Command, S> Builder command(
        String commandName,
        Class<C> type,
        Function<C, Reading<S>> reading,
        Rule<C, S> rule) {
      return commandReadingHeader(commandName, type, (command, header) -> reading.apply(command), rule);
    }

    /** A command whose reading depends on the header too. */
    public <C extends Command, S> Builder commandReadingHeader(
        String commandName,
        Class<C> type,
        BiFunction<C, Header, Reading<S>> reading,
        Rule<C, S> rule) {
      commands.add(new Handling<>(name + "." + commandName, type, reading, rule, it -> Whereabouts.none()));
      return this;
    }

    /**
     * Where the things lie that commands of a type are about; callers with a jurisdiction may send only those that are
     * about things within. Without it a command is about no place. If a command is of several of the types, the first
     * counts.
     */
    public <T extends Command> Builder place(Class<T> type, Function<? super T, Reading<Whereabouts>> whereabouts) {
      placings.add(new Placing<>(type, whereabouts));
      return this;
    }

    /**
     * What commands of a type conflict with where they are late: recorded beside the events of their rule, if that accepts.
     * A rule which knows it anyway says it with {@link Decision#with}.
     */
    public <T extends Command> Builder late(
        Class<T> type,
        BiFunction<? super T, Header, Reading<List<Conflict>>> conflicts) {
      delays.add(new Delay<>(type, conflicts));
      return this;
    }

    /** How to ask for approvals, if this is the context that keeps them. */
    public Builder approvals(Approvals kept) {
      approvals = Optional.of(kept);
      return this;
    }

    public Context build() {
      return new Context(name, rules, events,
          commands.stream().map(this::placed).<Handling<?, ?>>map(this::delayed).toList(),
          approvals);
    }

    private <C extends Command, S> Handling<C, S> placed(Handling<C, S> handling) {
      return placings.stream().filter(it -> it.type().isAssignableFrom(handling.type())).findFirst()
          .map(it -> new Handling<>(handling.name(), handling.type(), handling.reading(), handling.rule(), it::of))
          .orElse(handling);
    }

    private <C extends Command> Handling<C, ?> delayed(Handling<C, ?> handling) {
      return delays.stream().filter(it -> it.type().equals(handling.type())).findFirst()
          .<Handling<C, ?>>map(it -> it.watched(handling)).orElse(handling);
    }

    private record Delay<T extends Command>(
        Class<T> type,
        BiFunction<? super T, Header, Reading<List<Conflict>>> conflicts) {
      private <C extends Command, S> Handling<C, Watched<S>> watched(Handling<C, S> handling) {
        return new Handling<>(handling.name(), handling.type(),
            (command, header) -> handling.reading().apply(command, header)
                .and(conflicts.apply(type.cast(command), header), Watched::new),
            (command, header, found) -> handling.rule().decide(command, header, found.state()).with(found.conflicts()),
            handling.whereabouts());
      }
    }

    private record Watched<S>(S state, List<Conflict> conflicts) {}

    private record Placing<T extends Command>(Class<T> type, Function<? super T, Reading<Whereabouts>> whereabouts) {
      private Reading<Whereabouts> of(Command command) {
        return whereabouts.apply(type.cast(command));
      }
    }
  }
}
