package org.communityledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.communityledger.access.Access;
import org.communityledger.access.AccessPolicy;
import org.communityledger.access.AttemptJournal;
import org.communityledger.access.OpeningJournal;
import org.communityledger.access.PolicyTable;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidRules;
import org.communityledger.aid.StockReadings;
import org.communityledger.axon.AxonExtension;
import org.communityledger.axon.AxonRuntime;
import org.communityledger.axon.LedgerClock;
import org.communityledger.cases.CaseRules;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.CommandNames;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.EventTypes;
import org.communityledger.codec.PlainValues;
import org.communityledger.codec.Upcast;
import org.communityledger.decide.Context;
import org.communityledger.decide.Permit;
import org.communityledger.decide.Reading;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.Verification;
import org.communityledger.log.Verifier;
import org.communityledger.log.sqlite.SqliteLog;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.places.StockAtSites.Remainder;
import org.communityledger.records.RecordsRules;
import org.communityledger.seal.KeyRing;
import org.communityledger.seal.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Says how a ledger is opened; see {@link Ledger#at}. Every setting has a default. Not thread-safe.
 */
public final class LedgerBuilder {
  private final Path file;
  private final List<Context> contexts = new ArrayList<>(
      List.of(Context.KERNEL, PartyRules.CONTEXT, RecordsRules.CONTEXT, PlaceRules.context(LedgerBuilder::remaining),
          ActivityRules.CONTEXT, AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT));
  private final List<EventType> events = new ArrayList<>();
  private final Map<EventTypes.Form, Upcast> upcasts = new HashMap<>();
  private final List<AxonExtension> extensions = new ArrayList<>();
  private @Nullable String origin;
  private @Nullable ZoneId zone;
  private InstantSource clock = InstantSource.system();
  private @Nullable Supplier<String> ids;
  private MeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable Path personalStore;
  private @Nullable Supplier<KeyRing> keys;
  private Duration patience = Duration.ofSeconds(10);
  private AccessPolicy policy = PolicyTable.shipped();
  private boolean unrestricted;
  private AttemptJournal attempts = AttemptJournal.NONE;
  private OpeningJournal openings = OpeningJournal.NONE;
  private Actor founder = Actor.of(new OrgId("ledger-operator"), "operator");

  LedgerBuilder(Path file) {
    this.file = Objects.requireNonNull(file);
  }

  /**
   * The ledger's name for outsiders: a URL without scheme, without spaces and plus signs. Fixed when the ledger is
   * founded; the default is {@code ledger.local/} and the file's name.
   */
  public LedgerBuilder origin(String name) {
    if (!name.matches("[A-Za-z0-9._~/-]{1,120}")) {
      throw new IllegalArgumentException(
          "'" + name + "' is not an origin: use a URL without scheme, such as ledger.example.org/pingcheng");
    }
    origin = name;
    return this;
  }

  /** The time zone whose days the ledger counts. Fixed when the ledger is founded; the default is Asia/Shanghai. */
  public LedgerBuilder zone(ZoneId days) {
    zone = days;
    return this;
  }

  /** Who founds the ledger, if it is new. */
  public LedgerBuilder foundedBy(Actor actor) {
    founder = actor;
    return this;
  }

  /** Who may do what; {@link PolicyTable#shipped} by default. */
  public LedgerBuilder access(AccessPolicy other) {
    policy = other;
    return this;
  }

  /**
   * Lets whoever has the opened ledger do everything, under anybody's name: for tests and importers. Sessions of callers are
   * bound by the policy all the same.
   */
  public LedgerBuilder unrestricted() {
    unrestricted = true;
    return this;
  }

  /** Where to keep what was refused, besides counting it; nowhere by default. */
  public LedgerBuilder attempts(AttemptJournal journal) {
    attempts = journal;
    return this;
  }

  /** Where time comes from; the system's clock by default. */
  public LedgerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** Where ids of commands come from when the caller brings none; random and ordered by time by default. */
  public LedgerBuilder ids(Supplier<String> source) {
    ids = source;
    return this;
  }

  /** Where to count; see the meters' names in docs/operating.md. */
  public LedgerBuilder meters(MeterRegistry registry) {
    meters = registry;
    return this;
  }

  /** How long a command may keep losing races before it is refused as {@code Busy}; 10 seconds by default. */
  public LedgerBuilder patience(Duration limit) {
    patience = limit;
    return this;
  }

  /** Where personal values are kept; a file beside the ledger, named like it with {@code .personal}, by default. */
  public LedgerBuilder personalStore(Path store) {
    personalStore = store;
    return this;
  }

  /**
   * A file with the key-encryption keys, which its owner alone may read; made when the first personal value is recorded. By
   * default it lies beside the ledger and is named like it with {@code .keys}. Whoever loses it loses all personal values.
   */
  public LedgerBuilder keyFile(Path file) {
    keys = () -> KeyRing.inFile(file);
    return this;
  }

  /** An environment variable with the key-encryption keys: {@code <id> <base64 of 32 bytes>}, the current one first. */
  public LedgerBuilder keysInEnvironment(String variable) {
    keys = () -> KeyRing.inEnvironment(variable);
    return this;
  }

  /** Where to keep who has read which sealed values; nowhere by default. */
  public LedgerBuilder openings(OpeningJournal journal) {
    openings = journal;
    return this;
  }

  /** A context of the application's own: its events, commands and rules. */
  public LedgerBuilder context(Context own) {
    contexts.add(own);
    return this;
  }

  /** An event of the application's own that its Axon parts append; its stored name must be that of its messages. */
  public LedgerBuilder event(String name, int version, Class<? extends org.communityledger.kernel.Event> type) {
    events.add(new EventType(name, version, type));
    return this;
  }

  /** How an older form of an event is lifted to the next version: a pure function on the stored fact. */
  public LedgerBuilder upcast(String name, int fromVersion, Upcast lift) {
    upcasts.put(new EventTypes.Form(name, fromVersion), lift);
    return this;
  }

  /** The application's own Axon parts, joined to the ledger's configuration. */
  public LedgerBuilder axon(AxonExtension extension) {
    extensions.add(extension);
    return this;
  }

  /**
   * Opens the ledger for writing, founding it if the file does not exist.
   *
   * @throws LedgerException if the file is no ledger, is damaged, or is open for writing elsewhere
   */
  public Ledger open() {
    try {
      SqliteLog log = SqliteLog.open(file, clock);
      try {
        return open(log);
      } catch (RuntimeException | Error e) {
        log.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw LedgerException.of(e);
    }
  }

  /**
   * Opens the ledger for reading only, also while an application writes to it.
   *
   * @throws LedgerException if there is no ledger at the path, or it is damaged
   */
  public LedgerReader openReadOnly() {
    try {
      SqliteLog log = SqliteLog.openReadOnly(file);
      try {
        LedgerFounded founding = foundingOf(log)
            .orElseThrow(() -> new LedgerException(file + " is an empty log, not yet a ledger"));
        return reader(log, founding);
      } catch (RuntimeException | Error e) {
        log.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw LedgerException.of(e);
    }
  }

  /**
   * Checks every entry and everything derived from it, whatever state the file is in; also while an application writes.
   *
   * @throws LedgerException if there is no ledger at the path to be checked
   */
  public Verification verify(Verifier.Progress progress) {
    try (SqliteLog log = SqliteLog.openReadOnly(file); StoredEvidence evidence = log.evidence()) {
      String likely = likelyOrigin(evidence);
      return personalEvidence(log, codec(likely), likely).verify(evidence, progress);
    } catch (RuntimeException e) {
      throw LedgerException.of(e);
    }
  }

  /** The origin most of the first entries name: one of them may be damaged. */
  private static String likelyOrigin(StoredEvidence evidence) {
    Map<String, Long> named = evidence.rows(0, 9).stream()
        .flatMap(it -> EventCodec.findOrigin(it.leaf()).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return named.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
  }

  private Ledger open(SqliteLog log) {
    LedgerFounded founding = foundingOf(log).orElseGet(() -> found(log));
    LedgerReader reader = reader(log, founding);
    LedgerClock time = new LedgerClock(clock, founding.zone());
    CommandCodec commands = new CommandCodec(commandNames());
    VaultFiles vault = vault(founding.origin(), log, reader.codec());
    try {
      log.beforeCommit(vault::store);
      AxonRuntime runtime = AxonRuntime.start(log, reader.codec(), commands, contexts, vault::require, time, meters,
          patience, extensions);
      log.onCommit(runtime::committed);
      LedgerHistory history = new LedgerHistory(log, reader.codec(), commands, vault::require, time);
      PersonalValues personal = new PersonalValues(log, reader.codec(), vault, reader.access(), openings,
          clock);
      personal.resume(
          (command, header) -> runtime.send(new Submission(command, time.stamp(header), Permit.UNRESTRICTED)));
      return new Ledger(reader, runtime, commands, history, personal, vault, time, idsOrDefault(), reader.access());
    } catch (RuntimeException | Error e) {
      vault.close();
      throw e;
    }
  }

  private VaultFiles vault(String origin, SqliteLog log, EventCodec codec) {
    return new VaultFiles(personalStore(), keyRing(), origin, clock, new PlainValues(commandNames()),
        new LoggedErasures(log, codec),
        () -> log.anyTagged("subject", it -> !codec.read(it.leaf()).references().isEmpty()));
  }

  private Path personalStore() {
    return personalStore == null ? file.resolveSibling(file.getFileName() + ".personal") : personalStore;
  }

  private Supplier<KeyRing> keyRing() {
    return keys == null ? () -> KeyRing.inFile(KeyRing.fileBeside(file)) : keys;
  }

  private PersonalEvidence personalEvidence(EntryLog log, EventCodec codec, String origin) {
    return new PersonalEvidence(log, codec, origin, personalStore(), keyRing());
  }

  private Supplier<String> idsOrDefault() {
    return ids == null ? new TimeOrderedIds(clock) : ids;
  }

  private LedgerReader reader(EntryLog log, LedgerFounded founding) {
    EventCodec codec = codec(founding.origin());
    return new LedgerReader(log, codec, founding.origin(), founding.zone(), file,
        personalEvidence(log, codec, founding.origin()), access());
  }

  private Access access() {
    AttemptJournal counted = attempt -> {
      meters.counter("ledger.attempts.refused", "refusal", attempt.refusal()).increment();
      attempts.refused(attempt);
    };
    return new Access(policy, unrestricted, counted, clock);
  }

  /** The founding event of a ledger that has one, checked against what the builder was told. */
  private Optional<LedgerFounded> foundingOf(EntryLog log) {
    Optional<Entry> first = log.read(Query.all(), 0, Math.min(1, log.size()), 1).stream().findFirst();
    return first.map(entry -> {
      if (!(codec(EventCodec.findOrigin(entry.leaf()).orElse("")).decode(entry)
          .event() instanceof LedgerFounded founding)) {
        throw new LedgerException(file + " does not begin with its founding; it is not a ledger of this library");
      }
      requireSame("origin", origin, founding.origin());
      requireSame("time zone", zone, founding.zone());
      return founding;
    });
  }

  private void requireSame(String what, @Nullable Object told, Object founded) {
    if (told != null && !told.equals(founded)) {
      throw new LedgerException("The " + what + " of " + file + " is " + founded + " since its founding, not " + told
          + "; leave the setting out or open the right file");
    }
  }

  private LedgerFounded found(EntryLog log) {
    String name = origin == null ? defaultOrigin() : origin;
    LedgerFounded founding = new LedgerFounded(name, zone == null ? ZoneId.of("Asia/Shanghai") : zone);
    LedgerClock time = new LedgerClock(clock, founding.zone());
    LocalDate today = LocalDate.ofInstant(clock.instant(), founding.zone());
    Header header = Header.of(new CommandId(idsOrDefault().get()), founder, When.on(today),
        Source.of(Source.Kind.FIRST_HAND, "founding"));
    Supplier<Vault> none = () -> {
      throw new IllegalStateException("the founding holds no personal values");
    };
    new LedgerHistory(log, codec(name), new CommandCodec(commandNames()), none, time).append(header,
        List.of(founding));
    return founding;
  }

  private String defaultOrigin() {
    String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._~-]", "-");
    return "ledger.local/" + (name.length() > 80 ? name.substring(0, 80) : name);
  }

  private EventCodec codec(String name) {
    List<EventType> all = new ArrayList<>(events);
    contexts.forEach(it -> all.addAll(it.events()));
    return new EventCodec(name, new EventTypes(all, upcasts), commandNames());
  }

  /** What aid tells places, which come before it and do not know it. */
  private static Reading<List<Remainder>> remaining(SiteId site) {
    return StockReadings.leftAt(site).map(left -> left.stream()
        .map(it -> new Remainder(it.lot(), it.since().orElseThrow())).toList());
  }

  private CommandNames commandNames() {
    Map<String, Class<? extends Command>> names = new HashMap<>();
    for (Context context : contexts) {
      for (Context.Handling<?, ?> each : context.commands()) {
        if (names.put(each.name(), each.type()) != null) {
          throw new IllegalArgumentException("Two commands are called " + each.name());
        }
      }
    }
    return new CommandNames(names);
  }
}
