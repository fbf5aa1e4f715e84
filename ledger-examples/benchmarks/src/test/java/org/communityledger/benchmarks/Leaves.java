package org.communityledger.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import org.communityledger.LedgerReader;
import org.communityledger.log.Entry;
import org.communityledger.log.Query;

/** What the leaves of two ledgers of the same history have in common: all but what depends on what is sealed. */
final class Leaves {
  /** What was sealed is never the same bytes twice, and with reasons more is sealed. */
  private static final Set<String> OF_THE_VAULT = Set.of("records.SubjectErased");

  private Leaves() {}

  static List<Entry> of(LedgerReader reader) {
    return reader.log().read(Query.all(), 0, reader.size(), 20_000);
  }

  /** Whether it tells what no other ledger of the same history tells. */
  static boolean isItsOwn(Entry entry) {
    return OF_THE_VAULT.contains(entry.type()) || text(entry).contains("\"$sealed\"");
  }

  /** What it says, but for the hash of its decision, which may have been about sealed values, or by no rules. */
  static String comparable(Entry entry) {
    return isItsOwn(entry)
        ? entry.type()
        : text(entry).replaceFirst("\"decisionhash\":\"[^\"]*\"", "");
  }

  private static String text(Entry entry) {
    return new String(entry.leaf(), UTF_8);
  }
}
