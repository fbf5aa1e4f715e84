package org.communityledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Sealed;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events stored before texts could be sealed, and events with sealed texts, byte for byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ValuesSealedLaterTest {
  private static final String REPORTED = "{\"caseId\":\"wall\",\"kind\":\"HAZARD\",\"category\":\"wall\","
      + "\"place\":\"yunqiyuan\",\"severity\":\"LOW\",\"channel\":\"PATROL\"}";
  private static final String HASH = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE";

  @Test
  void an_event_stored_before_reads_as_one_without_texts() {
    assertThat(read("cases.CaseReported", REPORTED)).isEqualTo(reported(Optional.empty()));
    assertThat(read("cases.WorkVerified", "{\"caseId\":\"wall\",\"completion\":\"c4.0\"}"))
        .isEqualTo(new WorkVerified(new CaseId("wall"), Optional.empty(), EventId.parse("c4.0")));
    assertThat(read("parties.PersonRegistered", "{\"person\":\"rider-05\",\"over18\":true}")).isEqualTo(
        new PersonRegistered(new PersonId("rider-05"), Optional.empty(), Optional.of(true), Optional.empty()));
  }

  @Test
  void an_event_without_texts_is_stored_as_before() {
    assertThat(leaf(reported(Optional.empty()))).contains("\"fact\":" + REPORTED + ",");
  }

  @Test
  void a_text_is_stored_as_a_reference_after_the_severity() {
    Event told = reported(Optional.of(new Sealed.Stored<>("k-1", HASH)));
    String withReference = REPORTED.replace("\"LOW\",",
        "\"LOW\",\"narrative\":{\"$sealed\":{\"k\":\"k-1\",\"h\":\"" + HASH + "\"}},");

    assertThat(leaf(told)).contains("\"fact\":" + withReference + ",");
    assertThat(read("cases.CaseReported", withReference)).isEqualTo(told);
  }

  private static CaseReported reported(Optional<Sealed<String>> narrative) {
    return new CaseReported(new CaseId("wall"), CaseKind.HAZARD, "wall", new PlaceId("yunqiyuan"), Optional.empty(),
        Severity.LOW, narrative, Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty());
  }

  private static Event read(String type, String fact) {
    String leaf = "{\"specversion\":\"1.0\",\"id\":\"cmd-1.0\",\"source\":\"ledger.example.org/test\","
        + "\"type\":\"" + type + "\",\"dataversion\":1,\"time\":\"2026-11-23T09:00:00.000000Z\","
        + "\"datacontenttype\":\"application/json\",\"decisionhash\":\"" + HASH + "\","
        + "\"data\":{\"fact\":" + fact + ","
        + "\"header\":{\"command\":\"cmd-1\",\"actor\":{\"who\":\"person:liu\",\"role\":\"grid worker\"},"
        + "\"occurred\":{\"latest\":\"2024-08-02\"},"
        + "\"source\":{\"kind\":\"FORM\",\"ref\":\"F-12\",\"complete\":true,\"inferred\":false}},"
        + "\"tags\":[\"case:wall\"]}}";
    return Fixtures.codec().decode(new Entry(7, type, leaf.getBytes(StandardCharsets.UTF_8))).event();
  }

  private static String leaf(Event event) {
    Draft draft = Fixtures.codec().encode(EventId.parse("cmd-1.0"), event, Fixtures.HEADER, Optional.empty(),
        event.tags(), new byte[32]);
    return new String(draft.line(), StandardCharsets.UTF_8);
  }
}
