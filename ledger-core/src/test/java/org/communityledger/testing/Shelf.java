package org.communityledger.testing;

import java.util.Optional;
import java.util.Set;
import org.communityledger.decide.Context;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Tag;

/**
 * A context with a running total and nothing else: things are put on shelves and taken from them, and nobody takes what is
 * not there.
 *
 * @param things how many things lie on the shelf
 * @param since the position of the event that says so
 */
public record Shelf(long things, Optional<Long> since) {
  public static final Context CONTEXT = Context.named("shelves")
      .event("Moved", 1, Moved.class)
      .command("Put", Put.class, it -> of(it.shelf()), Shelf::put)
      .command("Throw", Throw.class, it -> Reading.known(it.things()),
          (command, header, things) -> Decision.accept(new Moved(command.shelf(), things, Optional.empty())))
      .command("Take", Take.class, it -> of(it.shelf()), Shelf::take)
      .build();

  /** Things came, or went if the change is negative; then so many lay there, if anybody counted. */
  public record Moved(String shelf, long change, Optional<Long> total) implements Event {
    public Moved(String shelf, long change, long total) {
      this(shelf, change, Optional.of(total));
    }

    @Override
    public Set<Tag> tags() {
      return Set.of(tag(shelf));
    }
  }

  /** Puts things on a shelf. */
  public record Put(String shelf, long things) implements Command {}

  /** Puts things on a shelf without looking. */
  public record Throw(String shelf, long things) implements Command {}

  /** Takes things from a shelf. */
  public record Take(String shelf, long things) implements Command {}

  /** There are fewer. */
  public record TooFew(String shelf, long left) implements Refusal {
    @Override
    public String english() {
      return "There are " + left + " left on " + shelf + ".";
    }

    @Override
    public String chinese() {
      return shelf + " 上只剩 " + left + " 件。";
    }
  }

  /** What lies on a shelf. */
  public static Reading<Shelf> of(String shelf) {
    return Reading.total(Selection.of(tag(shelf), Moved.class), new Shelf(0, Optional.empty()), Shelf::changed,
        it -> ((Moved) it.event()).total().map(total -> new Shelf(total, Optional.of(it.position()))));
  }

  private static Tag tag(String shelf) {
    return new Tag("shelf", shelf);
  }

  private Shelf changed(RecordedEvent event) {
    return new Shelf(things + ((Moved) event.event()).change(), Optional.of(event.position()));
  }

  private static Decision put(Put command, Header header, Shelf shelf) {
    return Decision.accept(new Moved(command.shelf(), command.things(), shelf.things + command.things()));
  }

  private static Decision take(Take command, Header header, Shelf shelf) {
    return shelf.things < command.things()
        ? Decision.refuse(new TooFew(command.shelf(), shelf.things),
            shelf.since.stream().mapToLong(Long::longValue).toArray())
        : Decision.accept(new Moved(command.shelf(), -command.things(), shelf.things - command.things()));
  }
}
