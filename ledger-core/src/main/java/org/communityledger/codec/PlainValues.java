package org.communityledger.codec;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.communityledger.seal.ValueJson;

/** Personal values in the clear as JSON, written like everything else. Immutable and safe for many threads. */
public final class PlainValues implements ValueJson {
  private final JsonMapper mapper;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

  /** For values that may hold these commands. */
  public PlainValues(CommandNames commands) {
    // Stored: a sealed value within a sealed value would never be opened.
    this.mapper = JsonMapping.mapper(commands, SealedForm.STORED);
  }

  @Override
  public byte[] write(Object value) {
    try {
      return writers.computeIfAbsent(value.getClass(), mapper::writerFor).writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return readers.computeIfAbsent(type, mapper::readerFor).readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
