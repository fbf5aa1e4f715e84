package org.communityledger.records;

import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.Ratio;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;

/**
 * What somebody says of a figure: so many, so many out of so many, or something that is no number. Just one of the three
 * is there.
 *
 * @param amount so many
 * @param ratio so many out of so many, the meaning of the whole as a code word: {@code shops-of-the-street}
 * @param statement a code word such as {@code task-completed}
 */
public record Claim(Optional<Tally> amount, Optional<Ratio> ratio, Optional<String> statement) {
  public Claim {
    if (Stream.of(amount, ratio, statement).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("value must be one of amount, ratio and statement");
    }
    // In clear, so no free text.
    ratio.ifPresent(it -> Texts.code("wholeMeans", it.wholeMeans()));
    statement.ifPresent(it -> Texts.code("statement", it));
  }

  public static Claim of(Tally amount) {
    return new Claim(Optional.of(amount), Optional.empty(), Optional.empty());
  }

  public static Claim of(Ratio ratio) {
    return new Claim(Optional.empty(), Optional.of(ratio), Optional.empty());
  }

  public static Claim stating(String statement) {
    return new Claim(Optional.empty(), Optional.empty(), Optional.of(statement));
  }
}
