package org.communityledger.kernel;

/** A request: an immutable record, named as an order. Asking changes nothing; see {@link Event}. */
public interface Command {}
