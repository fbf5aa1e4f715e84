package org.communityledger.log;

import java.util.List;

/**
 * What became of an append.
 *
 * @param first the position of its first entry; the others follow without gap
 * @param leafHashes the RFC 6962 leaf hashes in order, 32 bytes each
 */
public record Appended(long first, List<byte[]> leafHashes) {
  public Appended {
    leafHashes = List.copyOf(leafHashes);
  }
}
