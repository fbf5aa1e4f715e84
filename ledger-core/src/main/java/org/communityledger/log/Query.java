package org.communityledger.log;

import java.util.List;
import java.util.Set;

/**
 * What to look for: an entry matches if it matches one of the criteria. A query without criteria matches nothing.
 *
 * @param criteria the alternatives
 */
public record Query(List<Criterion> criteria) {
  private static final Query ALL = new Query(List.of(new Criterion(Set.of(), Set.of())));

  public Query {
    criteria = List.copyOf(criteria);
  }

  /** Matches every entry. */
  public static Query all() {
    return ALL;
  }

  /** Matches entries that have all the tags. */
  public static Query tagged(String... tags) {
    return new Query(List.of(new Criterion(Set.of(tags), Set.of())));
  }

  /** Matches entries of one of the types. */
  public static Query ofTypes(String... types) {
    return new Query(List.of(new Criterion(Set.of(), Set.of(types))));
  }

  /** Whether this matches every entry. */
  public boolean isAll() {
    return criteria.stream().anyMatch(it -> it.tags().isEmpty() && it.types().isEmpty());
  }

  /** Whether an entry of this type with these tags is meant. */
  public boolean matches(String type, Set<String> tags) {
    return criteria.stream().anyMatch(it -> it.matches(type, tags));
  }

  /**
   * One alternative.
   *
   * @param tags all of them must be there; empty means any
   * @param types one of them must be the entry's; empty means any
   */
  public record Criterion(Set<String> tags, Set<String> types) {
    public Criterion {
      tags = Set.copyOf(tags);
      types = Set.copyOf(types);
    }

    /** Whether an entry of this type with these tags is meant. */
    public boolean matches(String type, Set<String> entryTags) {
      return (types.isEmpty() || types.contains(type)) && entryTags.containsAll(tags);
    }
  }
}
