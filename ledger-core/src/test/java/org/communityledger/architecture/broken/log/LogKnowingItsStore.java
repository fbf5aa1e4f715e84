package org.communityledger.architecture.broken.log;

import org.communityledger.architecture.broken.log.sqlite.Store;

/** Broken: the log knows one of its stores. */
public record LogKnowingItsStore(Store store) {}
