package org.communityledger.projection.live;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * Makes a connection that dies before it executes a certain statement that may write: what was committed by then stays,
 * as if the process had been killed there. Only the first connection made is mortal, which is the one that writes.
 */
final class MortalConnection implements StoreFile.SessionConnector {
  private final int last;
  private int executed;
  private boolean first = true;

  /**
   * Connects for so many statements.
   *
   * @param last how many statements that may write are executed before it dies
   */
  MortalConnection(int last) {
    this.last = last;
  }

  boolean isDead() {
    return executed > last;
  }

  @Override
  public Connection connect(SQLiteConfig config, String url) throws SQLException {
    Connection connection = config.createConnection(url);
    if (!first) {
      return connection;
    }
    first = false;
    return mortal(Connection.class, connection);
  }

  private <T> T mortal(Class<T> type, T real) {
    InvocationHandler handler = (proxy, method, arguments) -> invoke(real, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
  }

  private Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("execute") || method.getName().equals("executeUpdate")) {
      executed++;
    }
    if (isDead() && !method.getName().equals("close")) {
      throw new SQLException("killed");
    }
    try {
      Object result = method.invoke(real, arguments);
      return switch (result) {
        case PreparedStatement statement -> mortal(PreparedStatement.class, statement);
        case Statement statement -> mortal(Statement.class, statement);
        case null, default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
