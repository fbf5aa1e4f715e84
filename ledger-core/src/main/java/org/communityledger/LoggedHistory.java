package org.communityledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communityledger.codec.EventCodec;
import org.communityledger.decide.History;
import org.communityledger.decide.Selection;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Tag;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;

/** What is durable, for readings outside of any decision. */
record LoggedHistory(EntryLog log, EventCodec codec) implements History {
  @Override
  public List<RecordedEvent> read(Selection selection) {
    return log.read(query(selection), 0, log.size(), Integer.MAX_VALUE).stream().map(codec::decodeCarryingUnknown)
        .toList();
  }

  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    return log.last(query(selection), log.size()).map(codec::decodeCarryingUnknown);
  }

  private Query query(Selection selection) {
    return new Query(selection.criteria().stream().map(this::criterion).toList());
  }

  private Query.Criterion criterion(Selection.Criterion criterion) {
    Set<String> types = new HashSet<>();
    criterion.types().forEach(it -> types.addAll(codec.types().namesOf(it)));
    return new Query.Criterion(criterion.tags().stream().map(Tag::toString).collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(types));
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return log.decision(id.command().value()).filter(it -> id.number() < it.count())
        .map(it -> log.read(Query.all(), it.first() + id.number(), log.size(), 1).getFirst())
        .map(codec::decodeCarryingUnknown);
  }
}
