package org.communityledger.testkit;

import java.util.function.Function;
import org.communityledger.projection.Projection;
import org.communityledger.projection.View;

/** A view as a test sees it, wherever it is kept. */
interface Sight<K, R> {
  Projection<K, R> projection();

  /** Answers a question; all that is asked in one question is true for the same position. */
  <T> T ask(Function<View<K, R>, T> question);

  /** The view of a replay. */
  static <K, R> Sight<K, R> of(View<K, R> view) {
    return new Sight<>() {
      @Override
      public Projection<K, R> projection() {
        return view.projection();
      }

      @Override
      public <T> T ask(Function<View<K, R>, T> question) {
        return question.apply(view);
      }
    };
  }
}
