package org.communityledger.projection.aid;

import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;

/**
 * Somebody in a screening.
 *
 * @param programme the screening
 * @param party the surrogate
 */
public record Participant(ProgrammeId programme, Party party) {}
