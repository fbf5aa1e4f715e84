package org.communityledger.architecture.broken.places;

import org.communityledger.architecture.broken.kernel.Event;

/** A fact, which no other context may know even if readings yield it. */
public record EstateBuilt() implements Event {}
