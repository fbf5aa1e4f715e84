package org.communityledger;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.communityledger.codec.CodecException;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.Erasure;
import org.communityledger.kernel.EventId;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryCheck;
import org.communityledger.log.LeafReader;
import org.communityledger.log.StoredEvidence.Row;
import org.communityledger.log.Verification.Note;
import org.communityledger.seal.Inspection;
import org.communityledger.seal.SealException;
import org.jspecify.annotations.Nullable;

/** Deep verification's look at the personal store. For one thread. */
final class PersonalCheck implements EntryCheck {
  private final EventCodec codec;
  private final @Nullable Inspection inspection;
  private @Nullable Finder finder;
  private boolean unreadable;
  private long references;
  private long firstReference;

  /** A check of the store; where there is none, says so if the log needs one. */
  PersonalCheck(EventCodec codec, Optional<Function<Inspection.Findings, Inspection>> store) {
    this.codec = codec;
    this.inspection = store.map(it -> it.apply(this::found)).orElse(null);
  }

  private void found(OptionalLong position, String detail) {
    if (finder != null) {
      finder.found(position, detail);
    }
  }

  @Override
  public void check(Row row, LeafReader.Facts facts, Finder to) {
    finder = to;
    for (LeafReader.Reference each : facts.references()) {
      if (references++ == 0) {
        firstReference = row.position();
      }
      inspect(row.position(), it -> it.reference(row.position(), facts.command(), facts.tags(), each.pointer(),
          each.key(), each.hash()));
    }
    if (codec.types().named(facts.type()).filter(it -> Erasure.class.isAssignableFrom(it.type())).isPresent()) {
      inspect(row.position(), it -> erasureIn(row, facts).ifPresent(erasure -> it.erasure(row.position(),
          EventId.parse(facts.id()), erasure.subject())));
    }
  }

  private Optional<Erasure> erasureIn(Row row, LeafReader.Facts facts) {
    try {
      return codec.decodeCarryingUnknown(new Entry(row.position(), facts.type(), row.leaf()))
          .event() instanceof Erasure erasure ? Optional.of(erasure) : Optional.empty();
    } catch (CodecException e) {
      found(OptionalLong.of(row.position()), "whom it asks to forget cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A store that cannot be read is named once, and not asked again. */
  private void inspect(long position, Consumer<Inspection> work) {
    if (inspection != null && !unreadable) {
      try {
        work.accept(inspection);
      } catch (SealException | IllegalArgumentException | DateTimeException e) { // also rows made up by somebody
        unreadable = true;
        found(OptionalLong.of(position), "the personal store was checked only up to here: " + e.getMessage());
      }
    }
  }

  @Override
  public void end(Ending ending) {
    finder = ending;
    if (inspection != null) {
      inspect(firstReference, Inspection::end);
      if (inspection.notOpened() > 0) {
        ending.note(notOpened(inspection.notOpened()));
      }
    } else if (references > 0) {
      ending.found(OptionalLong.of(firstReference), "there is no personal store, and the entries refer to " + references
          + " values in it, here for the first time; restore it from a backup");
    }
  }

  private static Note notOpened(long values) {
    return new Note(
        values + " personal values were not opened, because the keys that wrap their keys are not at hand; their"
            + " hashes, keys and erasures were checked",
        values + " 个个人信息值因缺少主密钥而未解密；其哈希、密钥记录与删除记录均已核对");
  }
}
