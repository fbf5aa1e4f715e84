/**
 * The only package that sees Axon Framework: our rules as command handlers, our log as event storage engine.
 *
 * <p>{@link org.communityledger.axon.AxonRuntime} is its entry; only the door's builder uses it. Compiled against Axon
 * 5.0.1 and binary compatible with the 5.x releases after it: methods that exist for a newer release name it.
 */
@NullMarked
package org.communityledger.axon;

import org.jspecify.annotations.NullMarked;
