package org.communityledger.architecture.broken.seal;

import org.communityledger.architecture.broken.log.LogKnowingItsStore;

/** Broken: sealing knows the log. */
public record SealKnowingTheLog(LogKnowingItsStore log) {}
