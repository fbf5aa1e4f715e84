package org.communityledger.log.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.communityledger.log.Query;

/** A query as SQL over positions, with its parameters in order. Queries of one shape give one statement. */
final class QuerySql {
  /** SQLite takes 500 terms in one compound select. */
  private static final int MOST_TERMS = 400;

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** The most types that are searched for one by one. */
  private static final int MOST_SEARCHES = 8;

  private QuerySql() {}

  /** A sub-select of the matching positions between two bounds; a position may come twice. */
  static QuerySql positions(Query query, long from, long to, ToIntFunction<String> typeIds) {
    QuerySql built = new QuerySql();
    int count = query.criteria().size();
    if (count == 0) {
      built.sql.append("SELECT position FROM event WHERE 0");
    }
    for (int i = 0; i < count; i++) {
      boolean grouped = count > MOST_TERMS;
      built.sql.append(i == 0 ? "" : grouped && i % MOST_TERMS == 0 ? ") UNION ALL " : " UNION ALL ");
      built.sql.append(grouped && i % MOST_TERMS == 0 ? "SELECT position FROM (" : "");
      built.append(query.criteria().get(i), from, to, typeIds);
      built.sql.append(grouped && i == count - 1 ? ")" : "");
    }
    return built;
  }

  /** A select of the positions between two bounds that match one criterion. */
  static QuerySql positions(Query.Criterion criterion, long from, long to, ToIntFunction<String> typeIds) {
    QuerySql built = new QuerySql();
    built.append(criterion, from, to, typeIds);
    return built;
  }

  /** Tags after the first are looked up row by row: mixing INTERSECT into a UNION would group from left to right. */
  private void append(Query.Criterion criterion, long from, long to, ToIntFunction<String> typeIds) {
    List<String> tags = criterion.tags().stream().sorted().toList();
    sql.append(
        tags.isEmpty() ? "SELECT position FROM event g WHERE " : "SELECT position FROM event_tag g WHERE tag = ? AND ");
    tags.stream().limit(1).forEach(parameters::add);
    appendBounds(criterion, from, to, typeIds);
    for (String tag : tags.subList(Math.min(1, tags.size()), tags.size())) {
      sql.append(" AND (SELECT 1 FROM event_tag WHERE tag = ? AND type = g.type AND position = g.position)");
      parameters.add(tag);
    }
  }

  private void appendBounds(Query.Criterion criterion, long from, long to, ToIntFunction<String> typeIds) {
    if (!criterion.types().isEmpty()) {
      List<Integer> ids = new ArrayList<>();
      criterion.types().stream().sorted().forEach(it -> ids.add(typeIds.applyAsInt(it)));
      while (Integer.bitCount(ids.size()) != 1) { // so that there are few shapes to prepare
        ids.add(ids.getFirst());
      }
      // Who wants many types of one tag wants most of its rows: one search and a filter beat a search per type.
      boolean filtered = !criterion.tags().isEmpty() && ids.size() > MOST_SEARCHES;
      sql.append(filtered ? "+type IN (" : "type IN (").append("?,".repeat(ids.size() - 1)).append("?) AND ");
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
