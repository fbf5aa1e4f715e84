package org.communityledger.kernel;

/**
 * An event that is never retracted, because the world went on from it: another act undoes it, as a reopening undoes a
 * closing.
 */
public interface NeedsCompensation extends Event {}
