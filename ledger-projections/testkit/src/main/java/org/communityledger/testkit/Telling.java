package org.communityledger.testkit;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.LedgerReader;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Retraction;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;
import org.communityledger.projection.Projection;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;
import org.jspecify.annotations.Nullable;

/** Tells what stands in a ledger, for the messages of failed assertions. */
final class Telling {
  /** How many events a message names at most, the last ones. */
  private static final int MOST = 50;
  private static final int PAGE = 512;

  private final LedgerReader reader;

  Telling(LedgerReader reader) {
    this.reader = reader;
  }

  /** The entry at each of the positions, a line for each. */
  String entries(Collection<Long> positions) {
    return positions.stream().map(it -> line(reader.event(it))).collect(joining("\n"));
  }

  /**
   * The events that touch a row, a line for each.
   *
   * @param lastKnown the position of the last entry known
   * @param day the last day of which something counts; empty for all days
   */
  <K> String behind(Projection<K, ?> projection, K key, long lastKnown, Optional<LocalDate> day) {
    List<RecordedEvent> known = all().stream().filter(it -> it.position() <= lastKnown).toList();
    Map<EventId, Long> retractions = new HashMap<>();
    known.forEach(it -> {
      if (it.event() instanceof Retraction retraction) {
        retractions.putIfAbsent(retraction.retracted(), it.position());
      }
    });
    List<String> lines = known.stream().filter(it -> touches(projection, key, it))
        .map(it -> line(it) + struckOut(retractions.get(it.id())) + doubtful(it, day)).toList();
    int left = Math.max(lines.size() - MOST, 0);
    String shown = String.join("\n", lines.subList(left, lines.size()));
    return lines.isEmpty() ? "  none" : left == 0 ? shown : "  " + left + " earlier ones, and\n" + shown;
  }

  private static String struckOut(@Nullable Long retractedAt) {
    return retractedAt == null ? "" : " [struck out by #" + retractedAt + "]";
  }

  private String doubtful(RecordedEvent recorded, Optional<LocalDate> day) {
    LocalDate latest = recorded.header().occurred().latest()
        .orElseGet(() -> LocalDate.ofInstant(recorded.recordedAt(), reader.zone()));
    return day.filter(latest::isAfter).map(it -> " [not surely by " + it + "]").orElse("");
  }

  private static <K> boolean touches(Projection<K, ?> projection, K key, RecordedEvent recorded) {
    return projection.reads().stream().anyMatch(it -> it.isInstance(recorded.event()))
        && projection.keys(recorded).contains(key);
  }

  /** All events, those of unknown types as opaque ones. */
  List<RecordedEvent> all() {
    List<RecordedEvent> events = new ArrayList<>();
    long size = reader.size();
    while (events.size() < size) {
      List<Entry> page = reader.log().read(Query.all(), events.size(), size, PAGE);
      page.forEach(it -> events.add(reader.codec().decodeCarryingUnknown(it)));
      if (page.isEmpty()) {
        throw new AssertionError("The log has no entry at #" + events.size() + " although its size is " + size);
      }
    }
    return events;
  }

  private static String line(RecordedEvent recorded) {
    return "  #" + recorded.position() + " " + sentence(recorded);
  }

  private static String sentence(RecordedEvent recorded) {
    try {
      return Sentences.in(Language.ENGLISH).of(recorded);
    } catch (IllegalArgumentException noSentence) {
      // Events of an application's own have none.
      return recorded.event().toString();
    }
  }
}
