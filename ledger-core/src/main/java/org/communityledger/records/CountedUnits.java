package org.communityledger.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communityledger.kernel.Unit;

/**
 * The units in which something is counted.
 *
 * @param codes the unit's code; of a rate, that of its part and that of its whole. {@link FigureUnit#ANY} for one that only
 *   the ledger knows
 */
record CountedUnits(List<String> codes) {
  CountedUnits {
    codes = List.copyOf(codes);
  }

  /** The units of a claim; empty if it is a statement. */
  static Optional<CountedUnits> of(Claim claim) {
    return claim.amount().map(it -> of(it.unit()))
        .or(() -> claim.ratio().map(it -> of(it.part().unit(), it.whole().unit())));
  }

  private static CountedUnits of(Unit... units) {
    return new CountedUnits(Stream.of(units).map(Unit::code).toList());
  }

  /** Whether what is counted so can be what is said. Whatever units a ledger knows, part and whole have the same one. */
  boolean admit(CountedUnits said) {
    return codes.size() == said.codes.size()
        && IntStream.range(0, codes.size()).allMatch(it -> admits(codes.get(it), said.codes.get(it)))
        && (!codes.stream().allMatch(FigureUnit.ANY::equals) || said.codes.stream().distinct().count() == 1);
  }

  private static boolean admits(String counted, String said) {
    return counted.equals(FigureUnit.ANY) || counted.equals(said);
  }

  /** The units as a refusal tells them: {@code ITEM}, {@code SHOP/SHOP}. */
  @Override
  public String toString() {
    return String.join("/", codes);
  }
}
