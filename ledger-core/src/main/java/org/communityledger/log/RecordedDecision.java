package org.communityledger.log;

/**
 * The stored record of how a command was decided.
 *
 * @param commandId the command's id
 * @param first the position of its first entry
 * @param count the number of its entries
 * @param line the decision record's exact bytes; its SHA-256 stands in each of the entries
 * @param digest the digest by which a resend is recognised; beside the record, not hashed; may be empty
 */
public record RecordedDecision(String commandId, long first, int count, byte[] line, byte[] digest) {}
