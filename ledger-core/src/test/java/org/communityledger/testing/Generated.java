package org.communityledger.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.When;

/**
 * Made-up values for one case of a property, all drawn from one seed. Not thread-safe.
 *
 * <p>The cases are the same on every run. {@code -Dledger.seed=<n>} draws others; a failure names the seed that makes the
 * failing case the first one.
 */
public final class Generated {
  private static final long SEED = Long.getLong("ledger.seed", 20_261_123L);
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 1);
  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~@/-";

  private final SplittableRandom random;

  private Generated(long seed) {
    random = new SplittableRandom(seed);
  }

  /** What must hold for every case. */
  @FunctionalInterface
  public interface Property {
    void check(Generated generated) throws Exception;
  }

  /** Checks the property on so many cases and stops at the first that fails, naming its seed. */
  public static void cases(int count, Property property) {
    for (long seed = SEED; seed < SEED + count; seed++) {
      try {
        property.check(new Generated(seed));
      } catch (Throwable failure) {
        throw new AssertionError("Fails with -Dledger.seed=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  /** A number from the least to the most, both included. */
  public long number(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  public int number(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** True once in so many times. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A count: often 0 or 1, mostly small, at times so large that three of them just fit a {@code long}. */
  public long count() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> number(0, Long.MAX_VALUE / 3);
      default -> number(0, 50);
    };
  }

  /** A quantity of persons of any kind. */
  public Tally tally() {
    long lower = count();
    return switch (random.nextInt(7)) {
      case 0 -> Tally.exact(lower, Unit.PERSON);
      case 1 -> Tally.atLeast(lower, Unit.PERSON).asStated(lower + "余人");
      case 2 -> Tally.atMost(lower, Unit.PERSON);
      case 3 -> Tally.about(lower, Unit.PERSON);
      case 4 -> Tally.unknown(Unit.PERSON);
      case 5 ->
        new Tally(lower, Optional.of(number(lower, Long.MAX_VALUE / 3)), oneIn(2), Unit.PERSON, Optional.empty());
      default -> Tally.between(lower, number(lower, Math.min(lower + 20, Long.MAX_VALUE / 3)), Unit.PERSON);
    };
  }

  /** A number the quantity's bounds allow. */
  public long countIn(Tally tally) {
    return oneIn(4)
        ? tally.upper().orElse(tally.lower())
        : number(tally.lower(), tally.upper().orElse(tally.lower() + 1_000));
  }

  /** A day of about two months. */
  public LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(60));
  }

  public Instant instant() {
    return Instant.ofEpochSecond(number(1_600_000_000L, 1_800_000_000L), number(0L, 999_999_999L));
  }

  /** A date of any kind but a bare instant. */
  public When when() {
    LocalDate day = day();
    return switch (random.nextInt(6)) {
      case 0 -> When.notAfter(day);
      case 1 -> new When(Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
      case 2 -> When.unknown();
      case 3 -> When.during(day, day.plusDays(random.nextInt(20)));
      default -> When.on(day);
    };
  }

  /** A day the date allows, up to a hundred days into an open side. */
  public LocalDate dayIn(When when) {
    LocalDate earliest = when.earliest().or(() -> when.latest().map(it -> it.minusDays(100))).orElse(FIRST_DAY);
    LocalDate latest = when.latest().orElse(earliest.plusDays(100));
    return LocalDate.ofEpochDay(number(earliest.toEpochDay(), latest.toEpochDay()));
  }

  /** The characters of an id. */
  public String id() {
    int length = oneIn(10) ? 100 : number(1, 12);
    var id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.toString();
  }

  public Party party() {
    return switch (random.nextInt(3)) {
      case 0 -> new PersonId(id());
      case 1 -> new HouseholdId(id());
      default -> new OrgId(id());
    };
  }
}
