package org.communityledger.lines;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.communityledger.Ledger;
import org.communityledger.Refused;
import org.communityledger.access.Caller;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.InvalidCommand;
import org.communityledger.decide.CommonRefusal.CommandIdReused;
import org.communityledger.decide.Submission;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Receipt;

/**
 * Records the commands of a file, line by line, through the rules. A line that was recorded before records nothing, so
 * the same file can be loaded again. Loading stops at the first line that cannot be recorded. Not for two threads on
 * one file.
 */
public final class CommandLines {
  private final Ledger ledger;
  private final Sending sending;

  /** Records as a ledger's own, which must be unrestricted. */
  public CommandLines(Ledger ledger) {
    this(ledger, ledger::recordOrThrow);
  }

  /** Records as a caller, who must be the actor of every line. */
  public CommandLines(Ledger ledger, Caller caller) {
    this(ledger, ledger.as(caller)::recordOrThrow);
  }

  private CommandLines(Ledger ledger, Sending sending) {
    this.ledger = ledger;
    this.sending = sending;
  }

  private interface Sending {
    Receipt recordOrThrow(Command command, Header header) throws Refused;
  }

  /** Like {@link #load(Path, LongConsumer)}, without progress. */
  public Loaded load(Path file) throws InvalidLine, IOException {
    return load(file, line -> {});
  }

  /**
   * Records a file's commands.
   *
   * @param progress told of each line's number once the line is recorded
   * @throws InvalidLine if a line is malformed or its command is refused; earlier lines stay recorded
   * @throws IOException if the file cannot be read
   */
  public Loaded load(Path file, LongConsumer progress) throws InvalidLine, IOException {
    Loaded loaded = new Loaded(0, 0, 0);
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] line = next(bytes);
      for (long number = 1; line != null; number++) {
        if (line.length > 0) {
          loaded = loaded.plus(record(file, number, line));
        }
        progress.accept(number);
        line = next(bytes);
      }
    }
    return loaded;
  }

  private Loaded record(Path file, long number, byte[] line) throws InvalidLine {
    long before = ledger.reader().size();
    try {
      Submission submission = ledger.commands().read(line);
      Receipt receipt = sending.recordOrThrow(submission.command(), submission.header());
      boolean isNew = receipt.entries().getFirst().position() >= before;
      return new Loaded(1, isNew ? receipt.entries().size() : 0, isNew ? 0 : 1);
    } catch (InvalidCommand e) {
      throw new InvalidLine(file, number, e.pointer(), String.valueOf(e.getMessage()), e);
    } catch (Refused e) {
      String pointer = e.refusal() instanceof CommandIdReused ? "/id" : "";
      throw new InvalidLine(file, number, pointer, (pointer.isEmpty() ? "" : pointer + ": ") + e.getMessage(), e);
    }
  }

  /** The next line without its end; never keeps more than one byte too many of a line that is too long. */
  private static byte @org.jspecify.annotations.Nullable [] next(InputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    int next = bytes.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() <= CommandCodec.MAX_LINE) {
        line.write(next);
      }
      next = bytes.read();
    }
    byte[] all = line.toByteArray();
    return all.length > 0 && all[all.length - 1] == '\r' ? java.util.Arrays.copyOf(all, all.length - 1) : all;
  }

  /**
   * What came of a file.
   *
   * @param lines the lines read, empty ones not counted
   * @param events the events recorded now
   * @param resent the lines that had been recorded before
   */
  public record Loaded(long lines, long events, long resent) {
    Loaded plus(Loaded other) {
      return new Loaded(lines + other.lines, events + other.events, resent + other.resent);
    }
  }
}
