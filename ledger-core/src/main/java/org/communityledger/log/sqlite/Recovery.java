package org.communityledger.log.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.communityledger.log.GrowingTree;
import org.communityledger.log.LogException;
import org.communityledger.log.MerkleHash;
import org.communityledger.log.StoredEvidence.Head;
import org.communityledger.log.sqlite.Readers.Reader;

/** Rebuilds the tree's growing edge on open from at most 255 leaves and 255 tiles a level, and compares it with the head. */
final class Recovery {
  private Recovery() {}

  static GrowingTree tree(Reader reader, SqliteFile file) throws SQLException {
    Head head = Statements.head(reader);
    long size = head.size();
    long stored = reader.query("SELECT ifnull(max(position), -1) + 1 FROM event", List.of(), it -> it.getLong(1))
        .getFirst();
    if (stored != size) {
      throw damaged(file, "the head counts " + size + " entries, but the last stored one is #" + (stored - 1));
    }
    List<byte[]> partials = new ArrayList<>();
    for (int level = 0; level < GrowingTree.levels(size); level++) {
      long first = size >>> (8 * level) & -GrowingTree.TILE;
      int width = GrowingTree.partialWidth(size, level);
      byte[] hashes = new byte[width * MerkleHash.LENGTH];
      for (int i = 0; i < width; i++) {
        byte[] hash = level == 0 ? leafHash(reader, file, first + i) : tileRoot(reader, file, level - 1, first + i);
        System.arraycopy(hash, 0, hashes, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
      }
      partials.add(hashes);
    }
    GrowingTree tree = GrowingTree.of(size, partials);
    if (!Arrays.equals(tree.frontier(), head.frontier())) {
      throw damaged(file, "the last entries and tiles do not give the stored frontier");
    }
    return tree;
  }

  private static byte[] leafHash(Reader reader, SqliteFile file, long position) throws SQLException {
    return reader.query("SELECT leaf FROM event WHERE position = ?", List.of(position), it -> Statements.bytes(it, 1))
        .stream()
        .findFirst().map(MerkleHash::leaf)
        .orElseThrow(() -> damaged(file, "entry #" + position + " is missing"));
  }

  private static byte[] tileRoot(Reader reader, SqliteFile file, int level, long index) throws SQLException {
    byte[] tile = Statements.tile(reader, level, index)
        .orElseThrow(() -> damaged(file, "tile " + index + " of level " + level + " is missing"));
    if (tile.length != GrowingTree.TILE * MerkleHash.LENGTH) {
      throw damaged(file, "tile " + index + " of level " + level + " has " + tile.length + " bytes");
    }
    return GrowingTree.tileRoot(tile);
  }

  private static LogException damaged(SqliteFile file, String problem) {
    return new LogException(file.path() + " is damaged: " + problem
        + ". It is not opened for writing; verify it to find the first wrong position, and restore a backup");
  }
}
