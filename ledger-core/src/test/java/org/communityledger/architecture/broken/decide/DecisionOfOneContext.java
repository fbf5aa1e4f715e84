package org.communityledger.architecture.broken.decide;

import org.communityledger.architecture.broken.parties.PartyFact;

/** Broken: decide knows a context. In a cycle with it, too. */
public record DecisionOfOneContext(PartyFact fact) {}
