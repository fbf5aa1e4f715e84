package org.communityledger.projection.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Source;
import org.communityledger.records.Claim;

/**
 * What was said of a figure.
 *
 * @param figure the key of the figure
 * @param attestations what was said, in order, withdrawn or not
 */
public record AttestedFigure(String figure, List<Attestation> attestations) {
  public AttestedFigure {
    attestations = List.copyOf(attestations);
  }

  /**
   * What was said at one time.
   *
   * @param event the event by which it was said
   * @param value what was said
   * @param asOf the day of which it was said
   * @param claimedBy who said so
   * @param source where that is known from
   * @param withdrawn the event by which it was withdrawn, if it was
   */
  public record Attestation(
      EventId event,
      Claim value,
      LocalDate asOf,
      Party claimedBy,
      Source source,
      Optional<EventId> withdrawn) {
    /** Whether it is still said. */
    public boolean isStanding() {
      return withdrawn.isEmpty();
    }

    /** Whether it is a number, which can be held against what is counted. */
    public boolean isNumber() {
      return value.statement().isEmpty();
    }
  }

  static AttestedFigure of(String figure) {
    return new AttestedFigure(figure, List.of());
  }

  /** What is still said. */
  public List<Attestation> standing() {
    return attestations.stream().filter(Attestation::isStanding).toList();
  }

  AttestedFigure with(Attestation attestation) {
    return new AttestedFigure(figure, Stream.concat(attestations.stream(), Stream.of(attestation)).toList());
  }

  AttestedFigure without(EventId attestation, EventId withdrawal) {
    return new AttestedFigure(figure,
        attestations.stream()
            .map(it -> it.event().equals(attestation)
                ? new Attestation(it.event(), it.value(), it.asOf(), it.claimedBy(), it.source(),
                    Optional.of(withdrawal))
                : it)
            .toList());
  }
}
