package org.communityledger.log;

/**
 * One stored entry.
 *
 * @param position its place, from 0
 * @param type the name by which queries find it
 * @param leaf the exact stored bytes; shared, not to be changed
 */
public record Entry(long position, String type, byte[] leaf) {}
