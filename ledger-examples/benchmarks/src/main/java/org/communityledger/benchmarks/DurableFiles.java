package org.communityledger.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 on which a write returns when its bytes are on the disk, by the path {@code durable:<path>}. H2 itself
 * never asks for that. With {@code WRITE_DELAY=0} it writes what a transaction changed before the commit returns, so that
 * on such a file each commit waits for the disk.
 */
public final class DurableFiles extends FilePathWrapper {
  static final String SCHEME = "durable";

  /** For H2, which makes one for each path. */
  public DurableFiles() {}

  @Override
  public String getScheme() {
    return SCHEME;
  }

  /** As H2 asks for it; but what is written, is written with {@link java.nio.file.StandardOpenOption#DSYNC}. */
  @Override
  public FileChannel open(String mode) throws IOException {
    return super.open(mode.equals("rw") ? "rwd" : mode);
  }
}
