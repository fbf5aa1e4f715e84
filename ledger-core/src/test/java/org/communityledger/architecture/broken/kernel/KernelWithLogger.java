package org.communityledger.architecture.broken.kernel;

import org.slf4j.Logger;

/** Broken: the kernel knows a library. */
public record KernelWithLogger(Logger logger) {}
