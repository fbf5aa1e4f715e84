package org.communityledger.projection.aid;

import java.util.Optional;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;

/**
 * A round of a programme, or a programme.
 *
 * @param programme the programme
 * @param round the round; empty for the programme
 */
public record AidPart(ProgrammeId programme, Optional<RoundId> round) {}
