package org.communityledger.log.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.communityledger.log.Append;
import org.communityledger.log.AppendCondition;
import org.communityledger.log.AppendConflict;
import org.communityledger.log.Appended;
import org.communityledger.log.CommandRecorded;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.Outlook;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;
import org.communityledger.log.Staged;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.TileHashes;
import org.communityledger.log.TreeHashes;
import org.communityledger.log.TreeHead;
import org.communityledger.log.Unsettled;
import org.communityledger.log.sqlite.Readers.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A log in one SQLite file. Write-ahead log, {@code synchronous=FULL}; one writing process, whose commits are shared by
 * all appends that wait; readers beside it, in this process and others. While it is open, a write-ahead log and a lock
 * file lie beside the file; after closing there is the one file only.
 *
 * <p>Safe for many threads.
 */
public final class SqliteLog implements EntryLog {
  private final SqliteFile file;
  private final Readers readers;
  private final TypeNames types;
  private final KnownPast pasts = new KnownPast();
  private final @Nullable Writing writing;

  private SqliteLog(SqliteFile file, Readers readers, TypeNames types, @Nullable Writing writing) {
    this.file = file;
    this.readers = readers;
    this.types = types;
    this.writing = writing;
  }

  /** What only the writing side holds. */
  private record Writing(WriterLock lock, Connection connection, Writer writer, Tail tail, Committer committer) {}

  /**
   * Opens a log for writing, creating the file if there is none. Recomputes the tree's growing edge, at most 255 leaves
   * and 255 tiles a level, and compares it with the stored head.
   *
   * @throws LogException if the file is no ledger, has a newer format, is damaged, or is open for writing already
   */
  public static SqliteLog open(Path path, InstantSource clock) {
    SqliteFile file = new SqliteFile(path);
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      file.requireUsable();
      WriterLock lock = WriterLock.take(file.path());
      opened.add(lock);
      Connection connection = file.writer();
      opened.add(connection);
      if (Schema.isEmpty(connection)) {
        connection.setAutoCommit(false);
        Schema.create(connection);
        connection.commit();
        connection.setAutoCommit(true);
      }
      Schema.check(connection, file.path());
      Readers readers = new Readers(file);
      opened.add(readers);
      TypeNames types = new TypeNames(true);
      types.load(connection);
      GrowingTree tree = readers.read(reader -> Recovery.tree(reader, file));
      String lastTime = readers.read(Statements::head).time();
      Schema.upgrade(connection);
      file.useWriteAheadLog(connection); // only now: a file that is refused stays as it was
      Writer writer = new Writer(connection, types, tree);
      Tail tail = new Tail(clock, tree.size(), lastTime);
      return new SqliteLog(file, readers, types,
          new Writing(lock, connection, writer, tail, new Committer(tail, writer)));
    } catch (SQLException e) {
      throw closing(opened, file.failed("Opening", e));
    } catch (RuntimeException e) {
      throw closing(opened, e);
    }
  }

  private static RuntimeException closing(List<AutoCloseable> opened, RuntimeException failure) {
    for (AutoCloseable each : opened.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    return failure;
  }

  /**
   * Opens a log for reading, also while an application writes to it. What it holds is not checked; see
   * {@link #evidence}.
   *
   * @throws LogException if there is no file, or it is no ledger or has a newer format
   */
  public static SqliteLog openReadOnly(Path path) {
    SqliteFile file = new SqliteFile(path);
    file.requireUsable();
    Readers readers = new Readers(file);
    try {
      TypeNames types = new TypeNames(false);
      readers.read(reader -> {
        Schema.check(reader.connection(), file.path());
        types.load(reader.connection());
        return types;
      });
      return new SqliteLog(file, readers, types, null);
    } catch (RuntimeException e) {
      throw closing(List.of(readers), e);
    }
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    try {
      Writing open = writing();
      Tail.Placing placing = place(open, append, open.tail.sight());
      open.committer.wake();
      return placing.isTwin()
          ? afterTwin(placing.append(), append)
          : unlessDisplaced(placing.append().watched(), append);
    } catch (Unsettled e) {
      return append(append); // lost places between the two steps; it was given none
    } catch (LogException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What depends on nothing that is not durable is simply tried again. */
  private CompletableFuture<Appended> unlessDisplaced(CompletableFuture<Appended> future, Append append) {
    return future.exceptionallyCompose(failure -> failure instanceof Unsettled
        ? append(withOwnLines(append))
        : CompletableFuture.failedFuture(failure));
  }

  /** Another time is to be written into the lines, and decisions may still hold the entries of the first place. */
  private static Append withOwnLines(Append append) {
    return new Append(append.commandId(), append.decision(), append.digest(), append.entries().stream()
        .map(it -> new Draft(it.type(), it.tags(), it.line().clone(), it.timeSlot())).toList(), append.condition());
  }

  /** Once another append under the same command id is stored, this one is refused; if it could not be, this one is tried. */
  private CompletableFuture<Appended> afterTwin(StagedAppend twin, Append append) {
    CompletableFuture<Boolean> recorded = twin.watched()
        .handle((stored, lost) -> stored != null || lost instanceof CommandRecorded);
    return recorded.thenCompose(it -> it
        ? CompletableFuture.failedFuture(new CommandRecorded(append.commandId()))
        : append(append));
  }

  private Writing writing() {
    if (writing == null) {
      throw new LogException(file.path() + " is open for reading only");
    }
    return writing;
  }

  @Override
  public Staged stage(Append append, Outlook outlook) {
    Writing open = writing();
    Tail.Sight sight = outlook instanceof SqliteOutlook seen ? seen.sight : open.tail.sight();
    while (true) {
      Tail.Placing placing = place(open, append, sight);
      if (!placing.isTwin()) {
        return new Placed(open.committer, placing.append());
      }
      awaitTwin(open, placing.append());
    }
  }

  /** Returns if the append under way under the same command id could not be stored. */
  private static void awaitTwin(Writing open, StagedAppend twin) {
    try {
      open.committer.await(twin);
    } catch (CommandRecorded e) {
      throw e;
    } catch (LogException lost) {
      return;
    }
    throw new CommandRecorded(twin.append().commandId());
  }

  private record Placed(Committer committer, StagedAppend append) implements Staged {
    @Override
    public long first() {
      return append.first();
    }

    @Override
    public Appended await() {
      return committer.await(append);
    }
  }

  /** Gives the append its place, looking in the file for what its condition forbids and the tail no longer has. */
  private Tail.Placing place(Writing open, Append append, Tail.Sight sight) {
    AppendCondition condition = append.condition();
    while (true) {
      long held = condition.query().criteria().isEmpty() ? Long.MAX_VALUE : condition.from();
      if (held < open.tail.start()) {
        long durable = open.tail.durable();
        requireNothingBetween(open, append, durable);
        held = durable;
      }
      Optional<Tail.Placing> placed = open.tail.place(append, sight, held);
      if (placed.isPresent()) {
        return placed.get();
      }
    }
  }

  private void requireNothingBetween(Writing open, Append append, long to) {
    open.tail.requireOpen(append.commandId());
    try {
      readers.read(reader -> {
        requireNothingBetween(reader, append, to);
        return append;
      });
    } catch (LogException e) {
      open.tail.requireOpen(append.commandId()); // closed meanwhile: then that is to be said
      throw e;
    }
  }

  private void requireNothingBetween(Reader reader, Append append, long to) throws SQLException {
    for (Query.Criterion criterion : append.condition().query().criteria()) {
      QuerySql older = QuerySql.positions(criterion, append.condition().from(), to, typeIds(reader));
      for (Entry between : reader.query("SELECT position, type, leaf FROM event WHERE position = (" + older.sql()
          + " LIMIT 1)", older.parameters(), row -> entry(reader, row))) {
        throw new AppendConflict(append.commandId(), between.position(), between.type(), append.condition());
      }
    }
  }

  @Override
  public Outlook outlook() {
    if (writing != null) {
      return new SqliteOutlook(writing, writing.tail.sight());
    }
    long size = size();
    return new Outlook() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public List<Entry> read(Query query, long from, int limit) {
        return SqliteLog.this.read(query, from, size, limit);
      }

      @Override
      public Optional<Entry> last(Query query) {
        return SqliteLog.this.last(query, size);
      }

      @Override
      public Optional<RecordedDecision> decision(String commandId) {
        return SqliteLog.this.decision(commandId).filter(it -> it.first() + it.count() <= size);
      }

      @Override
      public void awaitDurable() {
        // All of it is.
      }
    };
  }

  private final class SqliteOutlook implements Outlook {
    private final Writing open;
    private final Tail.Sight sight;

    private SqliteOutlook(Writing open, Tail.Sight sight) {
      this.open = open;
      this.sight = sight;
    }

    @Override
    public long size() {
      return sight.size();
    }

    @Override
    public List<Entry> read(Query query, long from, int limit) {
      return from == 0 && query.criteria().size() <= KnownPast.MOST_CRITERIA_OF_A_QUERY
          ? readAll(open.tail, query, sight.size(), sight.era(), limit)
          : readWithTail(open.tail, query, from, sight.size(), limit, sight.era());
    }

    /** What the tail no longer has is durable, so the file has it by the time the tail has been asked. */
    @Override
    public Optional<Entry> last(Query query) {
      return open.tail.last(query, sight.size(), sight.era())
          .or(() -> SqliteLog.this.last(query, Math.min(sight.size(), open.tail.start())));
    }

    @Override
    public Optional<RecordedDecision> decision(String commandId) {
      return open.tail.decision(commandId, sight.size(), sight.era())
          .or(() -> SqliteLog.this.decision(commandId).filter(it -> it.first() + it.count() <= sight.size()));
    }

    @Override
    public void awaitDurable() {
      StagedAppend last = sight.last();
      if (last == null) {
        return;
      }
      try {
        open.committer.await(last);
      } catch (LogException lost) {
        Unsettled unsettled = new Unsettled();
        unsettled.initCause(lost);
        throw unsettled;
      }
    }
  }

  @Override
  public long size() {
    return writing == null ? readers.read(Statements::size) : writing.tail.durable();
  }

  @Override
  public List<Entry> read(Query query, long from, long to, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("At least one entry must be wanted, not " + limit);
    }
    long end = Math.min(to, size());
    readers.requireOpen();
    if (from >= end) {
      return List.of();
    }
    return writing == null
        ? readers.read(reader -> read(reader, query, from, end, limit))
        : readWithTail(writing.tail, query, from, end, limit, Tail.ANY_ERA);
  }

  /** From the beginning, as rules read: what is older from what is known of the past, if that can be known. */
  private List<Entry> readAll(Tail tail, Query query, long to, int era, int limit) {
    while (true) {
      long start = tail.start();
      SortedMap<Long, Entry> found = new TreeMap<>();
      for (Query.Criterion criterion : query.criteria()) {
        Optional<KnownPast.Past> past = start == 0
            ? Optional.of(KnownPast.NOTHING)
            : past(criterion, start, tail.durable());
        if (past.isEmpty()) {
          return readWithTail(tail, query, 0, to, limit, era);
        }
        past.get().entries().stream().filter(it -> it.position() < to).forEach(it -> found.put(it.position(), it));
      }
      Optional<List<Entry>> recent = tail.read(query, start, to, limit, era);
      if (recent.isPresent()) {
        recent.get().forEach(it -> found.put(it.position(), it));
        return found.values().stream().limit(limit).toList();
      } // else the tail has moved on meanwhile
    }
  }

  /** What no durable entry is of need not be looked for: most ledgers have no erasures, and sealing asks for them. */
  private Optional<KnownPast.Past> past(Query.Criterion criterion, long atLeast, long durable) {
    return types.hasNone(criterion.types())
        ? Optional.of(new KnownPast.Past(durable, List.of()))
        : pasts.of(criterion, atLeast, durable, this::read);
  }

  private List<Entry> read(Query.Criterion criterion, long from, long to, int limit) {
    return readers.read(reader -> read(reader, new Query(List.of(criterion)), from, to, limit));
  }

  /** What the tail has from there, what is older from the file. */
  private List<Entry> readWithTail(Tail tail, Query query, long from, long to, int limit, int era) {
    List<Entry> found = new ArrayList<>();
    long next = from;
    while (next < to && found.size() < limit) {
      int wanted = limit - found.size();
      Optional<List<Entry>> recent = tail.read(query, next, to, wanted, era);
      if (recent.isPresent()) {
        found.addAll(recent.get());
        break;
      }
      long first = next;
      long end = Math.min(to, tail.start());
      found.addAll(readers.read(reader -> read(reader, query, first, end, wanted)));
      next = end;
    }
    return found;
  }

  private List<Entry> read(Reader reader, Query query, long from, long to, int limit) throws SQLException {
    if (query.isAll()) {
      return reader.query("SELECT position, type, leaf FROM event WHERE position >= ? AND position < ?"
          + " ORDER BY position LIMIT ?", List.of(from, to, limit), row -> entry(reader, row));
    }
    QuerySql positions = QuerySql.positions(query, from, to, typeIds(reader));
    List<Object> parameters = new ArrayList<>(positions.parameters());
    parameters.add(limit);
    return reader.query("SELECT position, type, leaf FROM event WHERE position IN (" + positions.sql()
        + ") ORDER BY position LIMIT ?", parameters, row -> entry(reader, row));
  }

  @Override
  public Optional<Entry> last(Query query, long before) {
    long end = Math.min(before, size());
    return readers.read(reader -> {
      long last = -1;
      for (Query.Criterion criterion : query.criteria()) {
        last = Math.max(last, last(reader, criterion, end));
      }
      return reader.query("SELECT position, type, leaf FROM event WHERE position = ?", List.of(last),
          row -> entry(reader, row)).stream().findFirst();
    });
  }

  /** Asks type by type: within one tag and type the index is in order of position, so its last row is the answer. */
  private long last(Reader reader, Query.Criterion criterion, long end) throws SQLException {
    if (criterion.tags().isEmpty() && criterion.types().isEmpty()) {
      return end - 1;
    }
    long last = -1;
    for (String type : criterion.types().isEmpty() ? types.all(reader.connection()) : criterion.types()) {
      QuerySql positions = QuerySql.positions(new Query.Criterion(criterion.tags(), Set.of(type)), last + 1, end,
          typeIds(reader));
      last = reader.query(positions.sql() + " ORDER BY position DESC LIMIT 1", positions.parameters(),
          row -> row.getLong(1)).stream().findFirst().orElse(last);
    }
    return last;
  }

  private Entry entry(Reader reader, ResultSet row) throws SQLException {
    return new Entry(row.getLong(1), types.nameOf(row.getInt(2), reader.connection()), row.getBytes(3));
  }

  private ToIntFunction<String> typeIds(Reader reader) {
    return name -> {
      try {
        return types.idOf(name, reader.connection());
      } catch (SQLException e) {
        throw file.failed("Reading", e);
      }
    };
  }

  @Override
  public Optional<RecordedDecision> decision(String commandId) {
    return readers.read(reader -> Statements.decision(reader, commandId)).filter(this::isPublished);
  }

  @Override
  public Optional<RecordedDecision> decisionAt(long position) {
    return readers.read(reader -> Statements.decisionAt(reader, position)).filter(this::isPublished);
  }

  /** Between a commit and its publication the file is ahead of {@link #size}; a decision comes with its entries. */
  private boolean isPublished(RecordedDecision decision) {
    return decision.first() + decision.count() <= size();
  }

  @Override
  public List<RecordedDecision> decisions(long from, int limit) {
    long end = size();
    return readers.read(reader -> Statements.decisions(reader, from, end, limit));
  }

  @Override
  public TreeHead head() {
    if (writing != null) {
      return writing.committer.committed().head();
    }
    StoredEvidence.Head head = readers.read(Statements::head);
    return new TreeHead(head.size(), GrowingTree.root(head.frontier()));
  }

  @Override
  public TreeHashes hashes() {
    GrowingTree tree = writing == null
        ? readers.readOneState(reader -> Recovery.tree(reader, file))
        : writing.committer.committed();
    return new TileHashes(tree, (level, index) -> readers.read(reader -> Statements.tile(reader, level, index))
        .orElseThrow(() -> new LogException("Tile " + index + " of level " + level + " is missing; run verify")));
  }

  @Override
  public StoredEvidence evidence() {
    return new SqliteEvidence(file);
  }

  /** On a log open for reading only, nothing is ever told: another process appends. */
  @Override
  public AutoCloseable onAppend(LongConsumer listener) {
    return writing == null ? () -> {} : writing.committer.onAppend(listener);
  }

  /**
   * Lets somebody make durable what entries refer to, before they are: told of what every commit brings before it.
   * What it throws fails the commit.
   */
  public void beforeCommit(Consumer<List<Append>> keeper) {
    writing().committer.beforeCommit(keeper);
  }

  /**
   * Empties the digests of commands, so that nothing can be guessed from them; their ids alone decide on resends from then
   * on. What was overwritten is wiped from the file and, as far as no reader holds it, from its write-ahead log.
   *
   * @throws LogException if the log is open for reading only, or fails
   */
  public void forgetDigests(Collection<String> commandIds) {
    writing().committer.between(writer -> writer.forgetDigests(commandIds));
  }

  /**
   * Whether an entry with a tag of this key satisfies the predicate; asked tag by tag until one does.
   *
   * @param key what comes before the first colon of a tag
   */
  public boolean anyTagged(String key, Predicate<Entry> predicate) {
    return readers.read(reader -> {
      String tag = key + ":";
      long position = -1;
      while (true) {
        // Row by row, because the first will nearly always do.
        List<TagPlace> next = reader.query("SELECT tag, position FROM event_tag WHERE (tag, position) > (?, ?)"
            + " AND tag < ? ORDER BY tag, position LIMIT 1", List.of(tag, position, key + ";"),
            row -> new TagPlace(row.getString(1), row.getLong(2)));
        if (next.isEmpty()) {
          return false;
        }
        tag = next.getFirst().tag();
        position = next.getFirst().position();
        Entry entry = read(reader, Query.all(), position, position + 1, 1).getFirst();
        if (predicate.test(entry)) {
          return true;
        }
      }
    });
  }

  private record TagPlace(String tag, long position) {}

  /** Lets somebody count commits. */
  public void onCommit(CommitListener listener) {
    if (writing != null) {
      writing.committer.onCommit(listener);
    }
  }

  @Override
  public synchronized void close() {
    if (writing != null) {
      writing.committer.close();
    }
    readers.close();
    if (writing != null) {
      closeWriting(writing);
    }
  }

  private void closeWriting(Writing open) {
    try (open.lock) {
      if (!open.connection.isClosed()) {
        open.writer.close();
        file.settle(open.connection);
        open.connection.close();
      }
    } catch (SQLException e) {
      throw file.failed("Closing", e);
    }
  }
}
