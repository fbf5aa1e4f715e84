/**
 * Personal values: encrypted before anything is decided, kept apart from the log, and forgotten by destroying their keys.
 *
 * <p>Begin with {@link org.communityledger.seal.Vault}, which seals and opens. Keys and encrypted values lie in a
 * {@link org.communityledger.seal.PersonalStore}, the keys wrapped by one of a {@link org.communityledger.seal.KeyRing}
 * that lies elsewhere. {@link org.communityledger.seal.Inspection} compares the store with what the log refers to. The
 * package knows the kernel and {@code java.*} only; the stores are in packages below.
 */
@NullMarked
package org.communityledger.seal;

import org.jspecify.annotations.NullMarked;
