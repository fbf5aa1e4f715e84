package org.communityledger.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.communityledger.benchmarks.RecordedRows.Recorded;
import org.communityledger.benchmarks.TaggedEntries.Ids;

/**
 * Raw inserts and look-ups where the row of a tag has its text, its number in a dictionary, or its hash; with ids that
 * are ordered by time, and with random ones.
 */
final class Tagging implements Benchmark {
  private static final int TEMPLATES = 1_000;
  private static final int SAMPLE = 20_000;
  private static final int PER_TRANSACTION = 100;

  private final Options options;
  private final int size;

  Tagging(Options options) {
    this.options = options;
    this.size = options.size().orElse(1_000_000);
  }

  @Override
  public void run(PrintStream out) throws Exception {
    for (Ids ids : Ids.values()) {
      try (Scratch scratch = Scratch.in(options.folder())) {
        Options here = options.in(scratch.folder());
        RemoteSide.once("reference", here);
        out.println();
        for (TagForm form : TagForm.values()) {
          double rate = RemoteSide.once(name("fill", form, ids), here);
          out.printf(Locale.ROOT, "filled      %,d entries with tags as %s, %s ids, %,.0f/s; %s%n", size, form, ids,
              rate, room(scratch.file(form + ".db")));
        }
        compare("inserts into an empty file", "empty", ids, here, out);
        compare("inserts into the filled file", "filled", ids, here, out);
        compare("look-ups of a case in the filled file", "find", ids, here, out);
      }
    }
  }

  private String room(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet pages = statement.executeQuery("""
            SELECT sum(pgsize), sum(CASE WHEN name IN ('event_tag', 'tag') THEN pgsize ELSE 0 END) FROM dbstat
            """)) {
      pages.next();
      return String.format(Locale.ROOT, "%,d bytes an entry, %,d of them for its tags", pages.getLong(1) / size,
          pages.getLong(2) / size);
    }
  }

  private void compare(String what, String task, Ids ids, Options here, PrintStream out) throws Exception {
    try (RemoteSides sides = new RemoteSides(here)) {
      new Comparison(String.format(Locale.ROOT, "tags: %s, %s ids, %,d a sample", what, ids, SAMPLE),
          task.equals("find") ? "found/s" : "entries/s")
          .side("A", "the tag's text, as in the ledger", sides.start(name(task, TagForm.TEXT, ids)))
          .side("B", "its number in a dictionary", sides.start(name(task, TagForm.NUMBER, ids)))
          .side("C", "the first 64 bits of its SHA-256", sides.start(name(task, TagForm.HASH, ids)))
          .ratio("B", "A")
          .ratio("C", "A")
          .run(options.warmups(SAMPLE), options.pairs(), out);
    }
  }

  private static String name(String task, TagForm form, Ids ids) {
    return task + "-" + form.name() + "-" + ids.name();
  }

  @Override
  public Side side(String name) throws Exception {
    ReferenceLedger reference = ReferenceLedger.of(options, TEMPLATES);
    if (name.equals("reference")) {
      return () -> reference.make(options.seed());
    }
    String[] parts = name.split("-", -1);
    if (parts.length != 3) {
      throw Benchmark.noSide(name);
    }
    TagForm form = TagForm.valueOf(parts[1]);
    TaggedEntries entries = new TaggedEntries(reference.rows().commands(), Ids.valueOf(parts[2]), options.seed());
    Path file = options.folder().resolve(form + ".db");
    return switch (parts[0]) {
      case "fill" -> () -> fill(file, form, entries);
      case "empty" -> insertFirst(form, entries.from(0, SAMPLE));
      case "filled" -> insertMore(new RawInserts(file, form), entries);
      case "find" -> find(new RawInserts(file, form), entries);
      default -> throw Benchmark.noSide(name);
    };
  }

  private double fill(Path file, TagForm form, TaggedEntries entries) throws SQLException {
    long nanos = 0;
    try (RawInserts raw = new RawInserts(file, form)) {
      for (int from = 0; from < size; from += SAMPLE) {
        nanos += raw.nanosFor(entries.from(from, Math.min(SAMPLE, size - from)), PER_TRANSACTION);
      }
    }
    return Callers.perSecond(size, nanos);
  }

  private Side insertFirst(TagForm form, List<Recorded> first) {
    return () -> {
      try (Scratch scratch = Scratch.in(options.folder());
          RawInserts raw = new RawInserts(scratch.file("empty.db"), form)) {
        return Callers.perSecond(SAMPLE, raw.nanosFor(first, PER_TRANSACTION));
      }
    };
  }

  private Side insertMore(RawInserts raw, TaggedEntries entries) {
    return new Side() {
      private long next = size;

      @Override
      public double perSecond() throws SQLException {
        List<Recorded> more = entries.from(next, SAMPLE);
        next += SAMPLE;
        return Callers.perSecond(SAMPLE, raw.nanosFor(more, PER_TRANSACTION));
      }
    };
  }

  private Side find(RawInserts raw, TaggedEntries entries) {
    SplittableRandom random = new SplittableRandom(options.seed());
    return () -> {
      long[] positions = random.longs(SAMPLE, 0, size).toArray();
      List<String> tags = Arrays.stream(positions).mapToObj(entries::caseTag).toList();
      long start = System.nanoTime();
      for (int i = 0; i < SAMPLE; i++) {
        if (!raw.positions(tags.get(i)).contains(positions[i])) {
          throw new IllegalStateException("Entry " + positions[i] + " was not found by " + tags.get(i));
        }
      }
      return Callers.perSecond(SAMPLE, System.nanoTime() - start);
    };
  }
}
