package org.communityledger.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.communityledger.codec.EventCodec;
import org.communityledger.kernel.RecordedEvent;

import org.communityledger.log.EntryLog;
import org.communityledger.log.Query;
import org.jspecify.annotations.Nullable;

/**
 * An endless stream over the log for an application's own event processors. Reads ahead in chunks, so that what is
 * available is known exactly, after filtering. Safe for many threads.
 */
final class LedgerEventStream implements MessageStream<EventMessage> {
  private static final int CHUNK = 500;

  private final EntryLog log;
  private final EventCodec codec;
  private final EventMessages messages;
  private final Query query;
  private final AutoCloseable listening;
  private final Deque<org.communityledger.log.Entry> ahead = new ArrayDeque<>();
  private long next;
  private @Nullable Throwable error;
  private boolean closed;
  private volatile Runnable callback = () -> {};

  LedgerEventStream(EntryLog log, EventCodec codec, EventMessages messages, Query query, long from) {
    this.log = log;
    this.codec = codec;
    this.messages = messages;
    this.query = query;
    this.next = from;
    this.listening = log.onAppend(size -> callback.run());
  }

  @Override
  public synchronized Optional<MessageStream.Entry<EventMessage>> next() {
    Optional<MessageStream.Entry<EventMessage>> found = peek();
    if (found.isPresent()) {
      ahead.removeFirst();
    }
    return found;
  }

  @Override
  public synchronized Optional<MessageStream.Entry<EventMessage>> peek() {
    if (!hasNextAvailable()) {
      return Optional.empty();
    }
    try {
      RecordedEvent event = codec.decode(ahead.getFirst());
      TrackingToken token = new GlobalSequenceTrackingToken(event.position());
      Context context = TrackingToken.addToContext(EventMessages.contextOf(event), token);
      return Optional.of(new SimpleEntry<>(messages.recorded(event), context));
    } catch (RuntimeException e) {
      error = e;
      return Optional.empty();
    }
  }

  @Override
  public synchronized boolean hasNextAvailable() {
    if (closed || error != null) {
      return false;
    }
    long size = log.size();
    while (ahead.isEmpty() && next < size) {
      try {
        List<org.communityledger.log.Entry> chunk = log.read(query, next, size, CHUNK);
        ahead.addAll(chunk);
        next = chunk.size() < CHUNK ? size : chunk.getLast().position() + 1;
      } catch (RuntimeException e) {
        error = e;
        return false;
      }
    }
    return !ahead.isEmpty();
  }

  @Override
  public void setCallback(Runnable onAvailable) {
    callback = onAvailable;
    if (hasNextAvailable()) {
      onAvailable.run();
    }
  }

  @Override
  public synchronized Optional<Throwable> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public synchronized boolean isCompleted() {
    return closed || error != null;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    try {
      listening.close();
    } catch (Exception e) {
      throw new IllegalStateException("The stream's listener could not be removed", e);
    }
  }
}
