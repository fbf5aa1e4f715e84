package org.communityledger.architecture.broken;

import org.communityledger.architecture.broken.axon.BrokenAdapter;

/** Allowed: the door uses axon. */
public record BrokenDoor(BrokenAdapter adapter) {}
