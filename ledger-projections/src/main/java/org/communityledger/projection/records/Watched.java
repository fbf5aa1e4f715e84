package org.communityledger.projection.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.Tag;

/**
 * What is odd about one thing, and of a case what it takes to see whether something will be: of each case there is a row
 * from its report on.
 *
 * @param about the tag of the thing: of an event, an alias, an organisation, a case
 * @param anomalies what needs a second look, in the order in which it showed
 * @param course how a case stands
 */
public record Watched(Tag about, List<Anomaly> anomalies, Optional<CaseCourse> course) {
  public Watched {
    anomalies = List.copyOf(anomalies);
  }

  static Watched nothingAbout(Tag about) {
    return new Watched(about, List.of(), Optional.empty());
  }

  /** How many anomalies of the kind there are. */
  public long number(AnomalyKind kind) {
    return anomalies.stream().filter(it -> it.kind() == kind).count();
  }

  /** The row, if it still tells of something. */
  Optional<Watched> ifTelling() {
    return anomalies.isEmpty() && course.isEmpty() ? Optional.empty() : Optional.of(this);
  }

  Watched with(Anomaly anomaly) {
    return new Watched(about, Stream.concat(anomalies.stream(), Stream.of(anomaly)).toList(), course);
  }

  /** With the anomaly, unless another event has shown the same. */
  Watched withOnce(Anomaly anomaly) {
    boolean isKnown = anomalies.stream()
        .anyMatch(it -> it.kind() == anomaly.kind() && it.text().equals(anomaly.text()));
    return isKnown ? this : with(anomaly);
  }

  Watched without(AnomalyKind kind) {
    return new Watched(about, anomalies.stream().filter(it -> it.kind() != kind).toList(), course);
  }

  Watched at(CaseCourse now) {
    return new Watched(about, anomalies, Optional.of(now));
  }
}
