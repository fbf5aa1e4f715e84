package org.communityledger.aid;

import static java.util.Objects.requireNonNull;
import static org.communityledger.decide.Decision.refuse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidRefusal.AlreadyServed;
import org.communityledger.aid.AidRefusal.TooSoon;
import org.communityledger.decide.Conflict;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;

/**
 * What those for whom a delivery would count got before, where a limit asks. Only deliveries of these parties are read.
 *
 * <p>What happened later but was recorded before stands in nobody's way: the late entry is true all the same, and it is
 * the later delivery that would have been refused.
 *
 * @param programme the programme
 * @param limit the limit, if there is one
 * @param counted for each party and each thing the limit counts within, what it got there
 * @param spaced for each party, what it got of the programme, if days must lie between
 */
record Usage(ProgrammeId programme, Optional<Limit> limit, List<Account> counted, List<Account> spaced) {
  /** What a party got. */
  record Account(Party party, List<Step<Delivered>> deliveries) {}

  private record Within(Party party, Tag tag, Predicate<Delivered> counts) {}

  static Reading<Usage> reading(Deliver command, Header header, Offer offer, Recipient recipient) {
    Optional<Limit> limit = offer.terms().limit();
    if (limit.isEmpty()) return Reading.known(new Usage(offer.id(), limit, List.of(), List.of()));
    List<Within> counted = new ArrayList<>();
    List<Within> spaced = new ArrayList<>();
    for (Party each : recipient.counted()) {
      counted.addAll(within(limit.get().per(), each, command, header));
      limit.get().minInterval().ifPresent(it -> spaced.add(programme(command, each)));
    }
    return accounts(counted).and(accounts(spaced), (some, others) -> new Usage(offer.id(), limit, some, others));
  }

  private static List<Within> within(Limit.Per per, Party party, Deliver command, Header header) {
    ProgrammeId programme = command.programme();
    return switch (per) {
      case PROGRAMME -> List.of(programme(command, party));
      case ROUND -> List.of(new Within(party, AidTags.served(programme, command.round(), party),
          it -> it.round().equals(command.round())));
      case DAY -> dayOf(header).stream().map(day -> new Within(party, AidTags.served(programme, day, party),
          it -> it.day().equals(Optional.of(day)))).toList();
      case SERVICE -> command.lines().stream().map(AidLine::item).distinct()
          .map(item -> new Within(party, AidTags.served(programme, item, party),
              it -> it.lines().stream().anyMatch(line -> line.item().equals(item))))
          .toList();
    };
  }

  private static Within programme(Deliver command, Party party) {
    return new Within(party, AidTags.served(command.programme(), party), it -> true);
  }

  /** The day on which it happened, if that is known for sure. */
  static Optional<LocalDate> dayOf(Header header) {
    return header.occurred().isOneDay() ? header.occurred().earliest() : Optional.empty();
  }

  private static Reading<List<Account>> accounts(List<Within> asked) {
    // Tags may be shared, as those of a day and of a round that is called like it.
    return Reading.ofEach(asked, it -> Held.deliveries(it.tag(),
        delivered -> delivered.counted().contains(it.party()) && it.counts().test(delivered)))
        .map(found -> asked.stream().map(it -> new Account(it.party(), requireNonNull(found.get(it)))).toList());
  }

  /** Why the limit does not allow one more when the header says it happened. */
  List<Decision> objections(Header header) {
    if (limit.isEmpty()) return List.of();
    return Stream.concat(
        counted.stream().map(it -> before(it, header)).filter(it -> it.deliveries().size() >= limit.get().max())
            .map(it -> refuse(new AlreadyServed(programme, it.party(), limit.get()), positions(it.deliveries())))
            .limit(1),
        spaced.stream().map(it -> tooClose(before(it, header), header)).filter(it -> !it.deliveries().isEmpty())
            .map(it -> refuse(new TooSoon(programme, it.party(), interval()), positions(it.deliveries()))).limit(1))
        .toList();
  }

  /** What happened later and would have been refused, had this one been recorded in time. */
  List<Conflict> conflicts(Header header) {
    if (limit.isEmpty()) return List.of();
    return Stream.concat(
        counted.stream().flatMap(it -> beyondLimit(it, header).stream())
            .map(it -> conflict(it, AlreadyServed.class.getSimpleName())),
        spaced.stream().flatMap(it -> tooClose(after(it, header), header).deliveries().stream())
            .map(it -> conflict(it, TooSoon.class.getSimpleName())))
        .distinct().toList();
  }

  private static Conflict conflict(Step<Delivered> later, String rule) {
    return new Conflict(0, later.fact().delivery().tag(), rule, Optional.of(later.overtaken()));
  }

  /** The last of the later ones, as many as there are too many. */
  private List<Step<Delivered>> beyondLimit(Account account, Header header) {
    List<Step<Delivered>> later = after(account, header).deliveries().stream()
        .sorted(Comparator.comparing((Step<Delivered> it) -> it.occurred().earliest().orElse(LocalDate.MAX))
            .thenComparingLong(Step::position))
        .toList();
    long tooMany = account.deliveries().size() + 1L - limit.orElseThrow().max();
    return later.subList((int) Math.max(0, later.size() - Math.max(0, tooMany)), later.size());
  }

  private int interval() {
    return limit.flatMap(Limit::minInterval).orElseThrow();
  }

  private static Account before(Account account, Header header) {
    return only(account, it -> !it.overtaken().isAfter(header));
  }

  private static Account after(Account account, Header header) {
    return only(account, it -> it.overtaken().isAfter(header));
  }

  private Account tooClose(Account account, Header header) {
    return only(account,
        it -> farthest(it.occurred(), header.occurred()).filter(days -> days < interval()).isPresent());
  }

  private static Account only(Account account, Predicate<Step<Delivered>> which) {
    return new Account(account.party(), account.deliveries().stream().filter(which).toList());
  }

  /** How many days can lie between the two at most; empty if there is no telling. */
  private static Optional<Long> farthest(When one, When other) {
    return days(one.earliest(), other.latest())
        .flatMap(there -> days(other.earliest(), one.latest()).map(back -> Math.max(there, back)));
  }

  private static Optional<Long> days(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.flatMap(start -> to.map(end -> ChronoUnit.DAYS.between(start, end)));
  }

  private static long[] positions(List<Step<Delivered>> deliveries) {
    return deliveries.stream().mapToLong(Step::position).toArray();
  }
}
