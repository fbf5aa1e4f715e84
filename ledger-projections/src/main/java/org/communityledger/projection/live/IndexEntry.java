package org.communityledger.projection.live;

/**
 * Under what a row is found.
 *
 * @param index the name of the index
 * @param value the value
 */
record IndexEntry(String index, String value) {}
