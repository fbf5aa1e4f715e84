package org.communityledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The shapes that newer Axon releases call are there; that those releases run with them is checked outside"
    + " this build")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewerAxonShapesTest {
  @Test
  void the_engine_can_be_called_without_a_processing_context() throws Exception {
    assertPublic(LedgerStorageEngine.class, MessageStream.class, "source", SourcingCondition.class);
    assertPublic(LedgerStorageEngine.class, MessageStream.class, "stream", StreamingCondition.class);
    assertPublic(LedgerStorageEngine.class, CompletableFuture.class, "firstToken");
    assertPublic(LedgerStorageEngine.class, CompletableFuture.class, "latestToken");
    assertPublic(LedgerStorageEngine.class, CompletableFuture.class, "tokenAt", Instant.class);
  }

  @Test
  void a_transaction_can_be_ended_without_a_processing_context() throws Exception {
    assertPublic(LogTransaction.class, CompletableFuture.class, "commit");
    assertPublic(LogTransaction.class, void.class, "rollback");
    // The interface's method has a type variable here: what is called is its erasure.
    assertPublic(LogTransaction.class, CompletableFuture.class, "afterCommit", Object.class);
  }

  @Test
  void the_end_of_a_stream_is_found_wherever_the_release_keeps_it() {
    assertThat(TerminalMessage.INSTANCE.getClass().getSimpleName()).isEqualTo("TerminalEventMessage");
  }

  private static void assertPublic(Class<?> type, Class<?> returns, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getMethod(name, parameters);
    assertThat(Modifier.isPublic(method.getModifiers())).isTrue();
    assertThat(Modifier.isStatic(method.getModifiers())).isFalse();
    assertThat(method.getReturnType()).isEqualTo(returns);
  }
}
