package org.communityledger.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;

/** How cases come in, one after the other for ever; some reporters are not known before. Not thread-safe. */
final class Arrivals implements Course {
  private final District district;
  private final Duration between;
  private final Consumer<Course> begun;
  private final Map<PlaceId, CaseId> accepted = new HashMap<>();

  /**
   * Cases of a district.
   *
   * @param between how long it takes on average until the next one
   * @param begun told of each case that begins
   */
  Arrivals(District district, Duration between, Consumer<Course> begun) {
    this.district = district;
    this.between = between;
    this.begun = begun;
  }

  @Override
  public Optional<Duration> pause() {
    return Optional.of(district.chance().about(between));
  }

  @Override
  public Optional<Step> step() {
    int draw = district.chance().between(1, 100);
    if (draw <= 8) {
      PersonId newcomer = district.newcomer();
      begin(Optional.of(newcomer));
      return Optional.of(district.newPerson(newcomer, "resident"));
    }
    begin(draw <= 30
        ? Optional.empty()
        : Optional.of(draw <= 70 ? district.someWorker() : district.someResident()));
    return Optional.empty();
  }

  private void begin(Optional<Party> reporter) {
    begun.accept(new CaseCourse(district, reporter, accepted));
  }
}
