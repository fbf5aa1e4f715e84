package org.communityledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** What stands for a tag in the rows by which entries are found. */
enum TagForm {
  /** Its text, as in the ledger. */
  TEXT("text") {
    @Override
    TagKeys keys(Connection connection, Statements statements) {
      return new TagKeys.Texts();
    }
  },
  /** Its number in a dictionary of all tags. */
  NUMBER("number") {
    @Override
    TagKeys keys(Connection connection, Statements statements) throws SQLException {
      return new NumberedTags(connection, statements);
    }
  },
  /** The first 64 bits of its SHA-256. */
  HASH("hash") {
    @Override
    TagKeys keys(Connection connection, Statements statements) {
      return new TagKeys.Hashes();
    }
  };

  private final String word;

  TagForm(String word) {
    this.word = word;
  }

  abstract TagKeys keys(Connection connection, Statements statements) throws SQLException;

  @Override
  public String toString() {
    return word;
  }
}
