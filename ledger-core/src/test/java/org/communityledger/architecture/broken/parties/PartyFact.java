package org.communityledger.architecture.broken.parties;

import com.fasterxml.jackson.databind.JsonNode;
import org.axonframework.messaging.core.Message;
import org.communityledger.architecture.broken.cases.CaseReadings;
import org.communityledger.architecture.broken.decide.DecisionOfOneContext;

/** Broken: Jackson, Axon and a later context in a context. Allowed: decide. */
public record PartyFact(
    JsonNode body,
    Message message,
    CaseReadings.Stage later,
    DecisionOfOneContext decision) {}
