/**
 * Events and commands as JSON: the byte-exact lines the log keeps, and how they are read again years later.
 *
 * <p>{@link org.communityledger.codec.EventCodec} writes and reads leaves,
 * {@link org.communityledger.codec.CommandCodec} commands and decision records. Stored names come from
 * {@link org.communityledger.codec.EventTypes}, never from class names. All of it is immutable and safe for many
 * threads.
 */
@NullMarked
package org.communityledger.codec;

import org.jspecify.annotations.NullMarked;
