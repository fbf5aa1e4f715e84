package org.communityledger.log.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.communityledger.log.Query;

/** A query as SQL over positions, with its parameters in order. Queries of one shape give one statement. */
final class QuerySql {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private QuerySql() {}

  /** A sub-select of the matching positions between two bounds. */
  static QuerySql positions(Query query, long from, long to, ToIntFunction<String> typeIds) {
    QuerySql built = new QuerySql();
    if (query.criteria().isEmpty()) {
      built.sql.append("SELECT position FROM event WHERE 0");
    }
    for (int i = 0; i < query.criteria().size(); i++) {
      built.sql.append(i == 0 ? "" : " UNION ");
      built.append(query.criteria().get(i), from, to, typeIds);
    }
    return built;
  }

  private void append(Query.Criterion criterion, long from, long to, ToIntFunction<String> typeIds) {
    if (criterion.tags().isEmpty()) {
      sql.append("SELECT position FROM event WHERE ");
      appendBounds(criterion, from, to, typeIds);
      return;
    }
    String separator = "";
    for (String tag : new TreeSet<>(criterion.tags())) {
      sql.append(separator).append("SELECT position FROM event_tag WHERE tag = ? AND ");
      parameters.add(tag);
      appendBounds(criterion, from, to, typeIds);
      separator = " INTERSECT ";
    }
  }

  private void appendBounds(Query.Criterion criterion, long from, long to, ToIntFunction<String> typeIds) {
    if (!criterion.types().isEmpty()) {
      List<Integer> ids = new ArrayList<>();
      criterion.types().stream().sorted().forEach(it -> ids.add(typeIds.applyAsInt(it)));
      while (Integer.bitCount(ids.size()) != 1) { // so that there are few shapes to prepare
        ids.add(ids.getFirst());
      }
      sql.append("type IN (").append("?,".repeat(ids.size() - 1)).append("?) AND ");
      parameters.addAll(ids);
    }
    sql.append("position >= ? AND position < ?");
    parameters.add(from);
    parameters.add(to);
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
