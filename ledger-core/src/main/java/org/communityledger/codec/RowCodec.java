package org.communityledger.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the rows and keys of views as canonical JSON and reads them back: equal values have the same bytes, and what is
 * read equals what was written.
 *
 * <p>Rows are mapped like the facts of leaves: components in the order of the record, absent values and empty lists left
 * out. Sets and maps are written in the order of their elements' text. An event stands with the name and version under
 * which its type is registered, so that renaming its class touches no stored row, and is lifted to the current version on
 * reading. Made by {@link EventCodec#rows}. Safe for many threads.
 */
public final class RowCodec {
  private final JsonMapper mapper;
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  RowCodec(JsonMapper mapper, EventTypes types) {
    this.mapper = mapper.rebuild().addModule(new RowModule(types)).build();
  }

  /**
   * Writes a row or key.
   *
   * @param type the declared type of the row
   * @return one line of JSON, UTF-8
   * @throws IllegalArgumentException if there is no way to write it, or it holds an event of an unregistered class
   */
  public <T> byte[] write(Class<T> type, T value) {
    try {
      return writers.computeIfAbsent(type, mapper::writerFor).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A " + type.getName() + " cannot be written: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a row or key.
   *
   * @throws IllegalArgumentException if these are not the bytes of one
   */
  public <T> T read(Class<T> type, byte[] json) {
    try {
      return readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("A " + type.getName() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
