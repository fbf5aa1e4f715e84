package org.communityledger.projection.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Tag;

/**
 * What is odd about one thing, and of a case and of a programme what it takes to see whether something will be: of each
 * case there is a row from its report on.
 *
 * @param about the tag of the thing: of an event, an alias, an organisation, a case, a programme
 * @param anomalies what needs a second look, in the order in which it showed
 * @param course how a case stands
 * @param termsByName the versions of a programme's terms that can only be kept to by name
 */
public record Watched(Tag about, List<Anomaly> anomalies, Optional<CaseCourse> course, List<Integer> termsByName) {
  public Watched {
    anomalies = List.copyOf(anomalies);
    termsByName = List.copyOf(termsByName);
  }

  static Watched nothingAbout(Tag about) {
    return new Watched(about, List.of(), Optional.empty(), List.of());
  }

  /** How many anomalies of the kind there are. */
  public long number(AnomalyKind kind) {
    return anomalies.stream().filter(it -> it.kind() == kind).count();
  }

  /** The row, if it still tells of something. */
  Optional<Watched> ifTelling() {
    return anomalies.isEmpty() && course.isEmpty() && termsByName.isEmpty() ? Optional.empty() : Optional.of(this);
  }

  Watched with(Anomaly anomaly) {
    return showing(Stream.concat(anomalies.stream(), Stream.of(anomaly)).toList());
  }

  /** With the anomaly, unless another event has shown the same. */
  Watched withOnce(Anomaly anomaly) {
    boolean isKnown = anomalies.stream()
        .anyMatch(it -> it.kind() == anomaly.kind() && it.text().equals(anomaly.text()));
    return isKnown ? this : with(anomaly);
  }

  Watched without(AnomalyKind kind) {
    return showing(anomalies.stream().filter(it -> it.kind() != kind).toList());
  }

  /** Without what an event showed. */
  Watched withoutThat(EventId shownBy) {
    return showing(anomalies.stream().filter(it -> !it.event().equals(shownBy)).toList());
  }

  private Watched showing(List<Anomaly> now) {
    return new Watched(about, now, course, termsByName);
  }

  Watched at(CaseCourse now) {
    return new Watched(about, anomalies, Optional.of(now), termsByName);
  }

  Watched keptByName(int version) {
    return new Watched(about, anomalies, course,
        Stream.concat(termsByName.stream(), Stream.of(version)).distinct().toList());
  }
}
