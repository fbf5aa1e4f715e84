package org.communityledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communityledger.testing.Matters.header;
import static org.communityledger.testing.Matters.receipt;
import static org.communityledger.testing.Matters.registerEstate;
import static org.communityledger.testing.Matters.registerPlace;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.communityledger.Ledger;
import org.communityledger.LedgerException;
import org.communityledger.decide.Context;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Receipt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresAfterTheAppendTest {
  @TempDir
  Path folder;

  @Test
  void a_part_that_fails_after_the_commit_does_not_make_the_answer_untrue() {
    assertRecordedAlthough(context -> context.onAfterCommit(
        it -> CompletableFuture.failedFuture(new IllegalStateException("the bell rope tore"))));
  }

  @Test
  void an_error_after_the_commit_does_not_make_the_answer_untrue() {
    assertRecordedAlthough(context -> context.runOnAfterCommit(it -> {
      throw new AssertionError("the bell fell");
    }));
  }

  private void assertRecordedAlthough(Consumer<ProcessingContext> trouble) {
    try (Ledger ledger = open(intercepting(trouble))) {
      Receipt receipt = receipt(ledger.record(registerEstate(), header("c1")));
      Receipt next = receipt(ledger.record(registerPlace("next"), header("c2")));

      assertThat(receipt.entries().getFirst().position()).isEqualTo(1);
      assertThat(receipt.entries().getFirst().leafHash()).matches("[0-9a-f]{64}");
      assertThat(next.entries().getFirst().position()).isEqualTo(2);
      assertThat(ledger.reader().size()).isEqualTo(3);
    }
  }

  @Test
  void a_part_that_fails_before_the_commit_leaves_nothing_recorded() {
    assertNotRecordedBecause(context -> context.runOnPrepareCommit(it -> {
      throw new IllegalStateException("the bell rope tore");
    }), "Command c1 could not be decided: java.lang.IllegalStateException: the bell rope tore");
  }

  @Test
  void an_error_before_the_commit_leaves_nothing_recorded() {
    assertNotRecordedBecause(context -> {
      throw new AssertionError("the bell fell");
    }, "Command c1 could not be decided: java.lang.AssertionError: the bell fell");
    assertNotRecordedBecause(context -> context.runOnPrepareCommit(it -> {
      throw new AssertionError("the bell fell");
    }), "Command c1 could not be decided: ");
  }

  private void assertNotRecordedBecause(Consumer<ProcessingContext> trouble, String message) {
    try (Ledger ledger = open(intercepting(trouble))) {
      assertThatThrownBy(() -> ledger.record(registerEstate(), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessageStartingWith(message);
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void an_error_in_a_rule_leaves_nothing_recorded() {
    record Stumble(String word) implements Command {}
    Context stumbling = Context.named("stumbling").command("Stumble", Stumble.class, it -> Reading.known(true),
        (command, header, state) -> {
          throw new StackOverflowError();
        }).build();
    try (Ledger ledger = Ledger.at(folder.resolve("one.ledger")).unrestricted().context(stumbling).open()) {
      assertThatThrownBy(() -> ledger.record(new Stumble("oh"), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessage("Command c1 could not be decided: java.lang.StackOverflowError");
      assertThat(receipt(ledger.record(registerEstate(), header("c2"))).entries()).hasSize(1);
    }
  }

  @Test
  void a_subscribed_listener_that_fails_keeps_the_command_from_being_recorded() {
    AxonExtension listening = new AxonExtension() {
      @Override
      public void configure(EventSourcingConfigurer configurer) {}

      @Override
      public void started(AxonConfiguration configuration) {
        configuration.getComponent(EventStore.class).subscribe(
            (events, context) -> CompletableFuture.failedFuture(new IllegalStateException("the bell rope tore")));
      }
    };
    try (Ledger ledger = open(listening)) {
      assertThatThrownBy(() -> ledger.record(registerEstate(), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessageContaining("the bell rope tore");
      assertThat(ledger.reader().size()).isEqualTo(1);
    }
  }

  @Test
  void an_interceptor_that_answers_in_the_rules_place_is_named() {
    AxonExtension usurping = new AxonExtension() {
      @Override
      public void configure(EventSourcingConfigurer configurer) {
        configurer.messaging(it -> it
            .registerCommandHandlerInterceptor(config -> (message, context, chain) -> MessageStream.empty().cast()));
      }
    };
    try (Ledger ledger = open(usurping)) {
      assertThatThrownBy(() -> ledger.record(registerEstate(), header("c1"))).isInstanceOf(LedgerException.class)
          .hasMessageContaining("the rule of RegisterPlace was not heard");
    }
  }

  private static AxonExtension intercepting(Consumer<ProcessingContext> trouble) {
    return new AxonExtension() {
      @Override
      public void configure(EventSourcingConfigurer configurer) {
        configurer.messaging(it -> it.registerCommandHandlerInterceptor(config -> (message, context, chain) -> {
          trouble.accept(context);
          return chain.proceed(message, context);
        }));
      }
    };
  }

  private Ledger open(AxonExtension extension) {
    return Ledger.at(folder.resolve("one.ledger")).unrestricted().axon(extension).open();
  }
}
