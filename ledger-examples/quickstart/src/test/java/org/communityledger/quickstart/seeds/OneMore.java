package org.communityledger.quickstart.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;

/** One more command, sent to a copy of a ledger of the page. */
final class OneMore {
  static final Actor CLERK = Actor.of(new PersonId("clerk-02"), "registry clerk")
      .onBehalfOf(new OrgId("pingcheng-district"));

  private OneMore() {}

  static Outcome send(Ledger ledger, Actor actor, Command command) {
    return ledger.record(command, header(ledger, actor));
  }

  static Header header(Ledger ledger, Actor actor) {
    return ledger.header(actor, When.notAfter(PageLedger.PRINTED), Source.of(Source.Kind.OTHER, "one-more"));
  }

  /** Sends the command, requires that it is refused like that, and returns the events that caused it. */
  static List<Event> causesOfRefusing(Ledger ledger, Actor actor, Command command, Refusal refusal) {
    long before = ledger.reader().size();

    Outcome outcome = send(ledger, actor, command);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertThat(refused.refusal()).isEqualTo(refusal);
    assertThat(ledger.reader().size()).isEqualTo(before);
    return refused.causes().stream().map(ledger.reader()::event).map(RecordedEvent::event).toList();
  }
}
