package org.communityledger.aid;

/**
 * How an event changed the number of parties counted against a quota.
 *
 * @param change how many more; negative if fewer
 * @param total how many there are after the event
 */
public record QuotaCount(long change, long total) {}
