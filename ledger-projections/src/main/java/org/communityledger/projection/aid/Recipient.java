package org.communityledger.projection.aid;

import java.util.Optional;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;

/**
 * Who got something of a programme: a party, or a crowd that is known by its delivery only.
 *
 * @param programme the programme
 * @param party the party
 * @param crowd otherwise the delivery to the crowd
 */
public record Recipient(ProgrammeId programme, Optional<Party> party, Optional<DeliveryId> crowd) {
  static Recipient of(ProgrammeId programme, Party party) {
    return new Recipient(programme, Optional.of(party), Optional.empty());
  }

  static Recipient crowd(ProgrammeId programme, DeliveryId delivery) {
    return new Recipient(programme, Optional.empty(), Optional.of(delivery));
  }
}
