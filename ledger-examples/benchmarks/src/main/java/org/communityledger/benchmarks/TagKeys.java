package org.communityledger.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.communityledger.benchmarks.RecordedRows.Recorded;

/** How tags become keys of rows, in one {@link TagForm}. For one thread. */
interface TagKeys {
  /** The type of the column. */
  String column();

  /** Sees to it that the tags of these commands have keys. */
  default void provideFor(List<Recorded> commands) throws SQLException {}

  /** Binds the key of a tag that was provided for. */
  void bind(PreparedStatement statement, int parameter, String tag) throws SQLException;

  /** What is searched for, as SQL with one parameter. */
  default String wanted() {
    return "?";
  }

  /** Binds that parameter. */
  default void bindWanted(PreparedStatement statement, int parameter, String tag) throws SQLException {
    bind(statement, parameter, tag);
  }

  /** The tags themselves. */
  final class Texts implements TagKeys {
    @Override
    public String column() {
      return "TEXT";
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, String tag) throws SQLException {
      statement.setString(parameter, tag);
    }
  }

  /** Hashes; whether an entry found by one has the tag, its leaf must say. */
  final class Hashes implements TagKeys {
    private final MessageDigest digest;

    Hashes() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }

    @Override
    public String column() {
      return "INTEGER";
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, String tag) throws SQLException {
      statement.setLong(parameter, ByteBuffer.wrap(digest.digest(tag.getBytes(StandardCharsets.UTF_8))).getLong());
    }
  }
}
