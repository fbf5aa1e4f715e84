/**
 * The evidence kernel: entries in one order, found by tags and types, bound by a Merkle tree.
 *
 * <p>Begin with {@link org.communityledger.log.EntryLog}. The package knows {@code java.*} only and nothing of what the
 * entries mean: a leaf is bytes, a tag and a type are strings. The stores are in packages below.
 */
@NullMarked
package org.communityledger.log;

import org.jspecify.annotations.NullMarked;
