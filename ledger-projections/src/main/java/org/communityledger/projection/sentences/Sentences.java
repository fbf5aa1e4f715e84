package org.communityledger.projection.sentences;

import java.time.LocalDate;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;

/**
 * Says what happened in plain words: one sentence per event, naming the actor, the organisation acted for, the date as
 * exact as the source states it, and everything the fact holds.
 *
 * <p>Sealed values are not opened. Immutable and safe for many threads.
 */
public sealed interface Sentences permits EnglishSentences, ChineseSentences {
  /** The sentences of a language. */
  static Sentences in(Language language) {
    return switch (language) {
      case ENGLISH -> EnglishSentences.SENTENCES;
      case CHINESE -> ChineseSentences.SENTENCES;
    };
  }

  /**
   * The event as one sentence.
   *
   * @throws IllegalArgumentException if there is no sentence for events of its class; those of the shipped contexts and
   *   unknown ones that were carried along have one
   */
  String of(RecordedEvent recorded);

  /** A date, no more exact than stated, with the source's wording and what was concluded. */
  String when(When when);

  /** A day. */
  String day(LocalDate day);

  /** A quantity, no more exact than stated, with its unit and the source's wording. */
  String amount(Tally tally);

  /** A number of days, as an interval where it is not exact. */
  String days(Span span);

  /** The word for a stage. */
  String stage(Stage stage);
}
