package org.communityledger.log;

import java.util.OptionalLong;

/**
 * A check of what entries refer to and the log does not keep itself; part of deep verification, given to it by the layer
 * that knows what is referred to. Asked for every readable entry in order of position. For one thread.
 */
public interface EntryCheck {
  /** Checks nothing. */
  static EntryCheck none() {
    return new EntryCheck() {
      @Override
      public void check(StoredEvidence.Row row, LeafReader.Facts facts, Finder finder) {}

      @Override
      public void end(Ending ending) {}
    };
  }

  /** Checks what one entry refers to. */
  void check(StoredEvidence.Row row, LeafReader.Facts facts, Finder finder);

  /** Checks what can only be told after the last entry. */
  void end(Ending ending);

  /** Takes what is wrong. */
  @FunctionalInterface
  interface Finder {
    /**
     * Something is wrong.
     *
     * @param position the first position concerned, if it can be told
     * @param detail what was found and what was expected
     */
    void found(OptionalLong position, String detail);
  }

  /** Takes what is wrong, and what else a reader of the result must know. */
  interface Ending extends Finder {
    /** Something was not checked, and why. */
    void note(Verification.Note note);
  }
}
