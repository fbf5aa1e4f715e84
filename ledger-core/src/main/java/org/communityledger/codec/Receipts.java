package org.communityledger.codec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Receipt;
import org.communityledger.log.Appended;
import org.communityledger.log.Entry;
import org.communityledger.log.EntryLog;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.Query;
import org.communityledger.log.RecordedDecision;

/** Receipts from what the log says. */
public final class Receipts {
  private Receipts() {}

  /** The receipt of an append that just became durable. */
  public static Receipt of(CommandId command, Appended appended) {
    return of(command, appended.first(), appended.leafHashes());
  }

  /** The receipt of an earlier recording, from the stored bytes; the same as the first one. */
  public static Receipt of(EntryLog log, RecordedDecision decision) {
    List<Entry> entries = log.read(Query.all(), decision.first(), decision.first() + decision.count(),
        decision.count());
    return of(new CommandId(decision.commandId()), decision.first(),
        entries.stream().map(it -> MerkleHash.leaf(it.leaf())).toList());
  }

  private static Receipt of(CommandId command, long first, List<byte[]> hashes) {
    List<Receipt.Line> lines = new ArrayList<>(hashes.size());
    for (byte[] hash : hashes) {
      int number = lines.size();
      lines.add(new Receipt.Line(first + number, new EventId(command, number), HexFormat.of().formatHex(hash)));
    }
    return new Receipt(command, lines);
  }
}
