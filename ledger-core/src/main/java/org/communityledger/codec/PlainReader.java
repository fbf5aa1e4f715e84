package org.communityledger.codec;

/** Reads one value in the plain form, see {@link PlainJson}. Safe for many threads. */
@FunctionalInterface
interface PlainReader<T> {
  /** Reads the value that comes next. */
  T read(PlainJson json);

  /** The value that is meant where there is none. */
  default T absent() {
    throw PlainJson.unusual();
  }
}
