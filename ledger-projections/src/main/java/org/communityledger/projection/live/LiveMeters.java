package org.communityledger.projection.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * What operators watch: for each projection its lag, its parked keys and the entries applied. Safe for many threads.
 */
final class LiveMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final Board board;
  private final List<Meter> meters = new ArrayList<>();
  private final Map<String, LongAdder> applied = new HashMap<>();

  LiveMeters(MeterRegistry registry, Board board, Iterable<String> projections) {
    this.registry = registry;
    this.board = board;
    for (String each : projections) {
      gauge("ledger.view.lag", "entries not applied yet", each, Standing::lag);
      gauge("ledger.view.parked", "keys that could not be told of everything", each, it -> it.parked().size());
      // Read by the registry: nothing of a registry's own runs where views are moved.
      LongAdder number = new LongAdder();
      applied.put(each, number);
      meters.add(FunctionCounter.builder("ledger.view.applied", number, LongAdder::sum).description("entries applied")
          .tag("projection", each).register(registry));
    }
  }

  private void gauge(String name, String description, String projection, ToDoubleFunction<Standing> value) {
    meters.add(Gauge.builder(name, () -> read(projection).stream().mapToDouble(value).min().orElse(Double.NaN))
        .description(description).tag("projection", projection).register(registry));
  }

  private List<Standing> read(String projection) {
    List<Standing> all = board.standings(projection);
    List<Standing> read = all.stream().filter(Standing::isRead).toList();
    return read.isEmpty() ? all : read;
  }

  void applied(String projection, long number) {
    LongAdder counter = applied.get(projection);
    if (counter != null) {
      counter.add(number);
    }
  }

  @Override
  public void close() {
    meters.forEach(registry::remove);
  }
}
