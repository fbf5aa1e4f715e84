package org.communityledger.log.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.communityledger.log.LogException;
import org.jspecify.annotations.Nullable;

/** One writing process per ledger file: a lock on a file beside it, which the operating system frees with the process. */
final class WriterLock implements AutoCloseable {
  /**
   * What this process holds. Asked before the file is touched: closing any channel to a locked file frees the lock on
   * most systems, also one that another channel took.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path path;
  private final FileChannel channel;
  private boolean closed;

  private WriterLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static WriterLock take(Path ledger) {
    synchronized (HELD) {
      Path path = lockFile(ledger);
      if (HELD.contains(path)) {
        throw alreadyOpen(ledger, null);
      }
      try {
        WriterLock lock = null;
        while (lock == null) {
          lock = tryTake(ledger, path);
        }
        HELD.add(path);
        return lock;
      } catch (IOException e) {
        throw new LogException("The lock file " + path + " cannot be used: " + e.getMessage(), e);
      }
    }
  }

  /** Beside the file itself, by whichever name it was opened. */
  private static Path lockFile(Path ledger) {
    try {
      Path real = Files.exists(ledger)
          ? ledger.toRealPath()
          : ledger.resolveSibling(".").toRealPath().resolve(ledger.getFileName());
      return real.resolveSibling(real.getFileName() + "-lock");
    } catch (IOException e) {
      throw new LogException(ledger + " cannot be found: " + e.getMessage(), e);
    }
  }

  /** Null if the file was removed by its last holder between opening and locking: then try again. */
  private static @Nullable WriterLock tryTake(Path ledger, Path path) throws IOException {
    Object before = fileKey(path);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw alreadyOpen(ledger, null);
      }
      taken = before == null ? hasNoFileKeys(path) : before.equals(fileKey(path));
      return taken ? new WriterLock(path, channel) : null;
    } catch (OverlappingFileLockException e) {
      throw alreadyOpen(ledger, e);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /** Where files have no keys, a file in use cannot be removed either. */
  private static boolean hasNoFileKeys(Path path) throws IOException {
    return Files.exists(path) && fileKey(path) == null;
  }

  private static @Nullable Object fileKey(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static LogException alreadyOpen(Path ledger, @Nullable Exception cause) {
    return new LogException(ledger + " is already open for writing, here or in another process; close it there, or open"
        + " it here for reading only", cause);
  }

  /** Removes the file before the lock is gone, so that nobody locks a file that is about to vanish. */
  @Override
  public void close() {
    synchronized (HELD) {
      if (closed) {
        return; // the file may be somebody else's by now
      }
      closed = true;
      try (channel) {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new LogException("The lock file " + path + " could not be removed: " + e.getMessage(), e);
      } finally {
        HELD.remove(path);
      }
    }
  }
}
