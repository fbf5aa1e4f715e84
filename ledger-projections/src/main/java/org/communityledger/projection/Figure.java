package org.communityledger.projection;

import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;

/** The value of a figure, exactly as exact as what it was counted from. Immutable. */
public sealed interface Figure {
  /**
   * So many of something.
   *
   * @param tally the quantity
   */
  record Count(Tally tally) implements Figure {}

  /**
   * So many out of so many.
   *
   * @param ratio part and whole
   */
  record Rate(Ratio ratio) implements Figure {}

  static Figure of(Tally tally) {
    return new Count(tally);
  }

  static Figure of(Ratio ratio) {
    return new Rate(ratio);
  }

  /** Exactly none of the same. */
  default Figure none() {
    return switch (this) {
      case Count(Tally tally) -> new Count(Tally.exact(0, tally.unit()));
      case Rate(Ratio(Tally part, Tally whole, String means)) ->
        new Rate(new Ratio(Tally.exact(0, part.unit()), Tally.exact(0, whole.unit()), means));
    };
  }

  /**
   * One of the two, nobody knows which: the narrowest figure that allows for both.
   *
   * @throws FigureMismatch if they are no figures of the same
   */
  default Figure hull(Figure other) {
    if (this instanceof Count(Tally mine) && other instanceof Count(Tally theirs)) {
      return new Count(mine.hull(theirs));
    }
    if (this instanceof Rate(Ratio mine) && other instanceof Rate(Ratio theirs)
        && mine.wholeMeans().equals(theirs.wholeMeans())) {
      return new Rate(
          new Ratio(mine.part().hull(theirs.part()), mine.whole().hull(theirs.whole()), mine.wholeMeans()));
    }
    throw new FigureMismatch(this + " and " + other + " are figures of different things");
  }
}
