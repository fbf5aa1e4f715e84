package org.communityledger.membership;

import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.Texts;

/**
 * A stage of a ladder, as data.
 *
 * @param code its code word, in clear wherever somebody's stage is
 * @param minStay how long one stays at it at least before the next; empty if nothing is laid down
 * @param minAge how old one must be to come to it, in years; empty if nothing is laid down
 * @param needs code words of the evidence it takes to come to it; {@code talk} is met by a talk that was held
 * @param decidedBy the code word of the body that decides about coming to it
 */
public record LadderStage(
    String code,
    Optional<Stay> minStay,
    Optional<Integer> minAge,
    List<String> needs,
    String decidedBy) {
  /** The need that a talk meets. */
  public static final String TALK = "talk";

  public LadderStage {
    Texts.code("code", code);
    Texts.code("decidedBy", decidedBy);
    needs = List.copyOf(needs);
    needs.forEach(it -> Texts.code("needs", it));
    minAge.filter(it -> it < 0).ifPresent(it -> {
      throw new IllegalArgumentException("minAge must be 0 or more, not " + it);
    });
  }

  /** A stage without a least stay and a least age. */
  public static LadderStage of(String code, String decidedBy, String... needs) {
    return new LadderStage(code, Optional.empty(), Optional.empty(), List.of(needs), decidedBy);
  }

  /** The same stage with a least stay before the next. */
  public LadderStage staying(Stay least) {
    return new LadderStage(code, Optional.of(least), minAge, needs, decidedBy);
  }

  /** The same stage for those of an age. */
  public LadderStage from(int years) {
    return new LadderStage(code, minStay, Optional.of(years), needs, decidedBy);
  }
}
