package org.communityledger.architecture.broken.kernel;

/** Allowed: a word every context shares. */
public interface Event {}
