package org.communityledger.projection.live;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communityledger.log.TreeHead;

/**
 * What the store says of one version of a view.
 *
 * @param id its number in the store
 * @param name the projection's name
 * @param version the projection's version
 * @param indexes the names of its indexes
 * @param applied what it is true for: the number of entries applied, and their root
 * @param failure why nothing more is applied to it, if so
 */
record StoredVersion(
    long id,
    String name,
    int version,
    Set<String> indexes,
    TreeHead applied,
    Optional<String> failure) {
  /** The columns, in the order in which {@link #READER} wants them. */
  static final String COLUMNS = "id, name, version, indexes, size, root, failure";
  static final Session.RowReader<StoredVersion> READER = row -> new StoredVersion(row.getLong(1), row.getString(2),
      row.getInt(3), split(row.getString(4)), new TreeHead(row.getLong(5), row.getBytes(6)),
      Optional.ofNullable(row.getString(7)));

  private static Set<String> split(String names) {
    return Stream.of(names.split("\n")).filter(it -> !it.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }

  static String joined(Set<String> indexes) {
    return indexes.stream().sorted().collect(Collectors.joining("\n"));
  }

  /** Its name and version. */
  @Override
  public String toString() {
    return name + " v" + version;
  }
}
