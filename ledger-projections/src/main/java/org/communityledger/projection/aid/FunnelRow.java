package org.communityledger.projection.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.communityledger.kernel.DeliveryId;

/**
 * How far somebody came in a screening. What was found is not here.
 *
 * @param participant who, in which
 * @param registered whether they have consented and not taken that back
 * @param exams the examinations that were not reversed, in the order of the record
 */
public record FunnelRow(Participant participant, boolean registered, List<Exam> exams) {
  public FunnelRow {
    exams = List.copyOf(exams);
  }

  /**
   * An examination.
   *
   * @param delivery its id
   * @param service which
   * @param followUp whether there is to be a follow-up; empty if no finding is recorded
   * @param closed whether the follow-up is done
   */
  public record Exam(DeliveryId delivery, List<String> service, Optional<Boolean> followUp, boolean closed) {
    public Exam {
      service = List.copyOf(service);
    }

    boolean isRecall() {
      return followUp.orElse(false);
    }
  }

  static FunnelRow of(Participant participant) {
    return new FunnelRow(participant, false, List.of());
  }

  FunnelRow registered(boolean now) {
    return new FunnelRow(participant, now, exams);
  }

  FunnelRow examined(DeliveryId delivery, List<String> service) {
    List<Exam> more = new ArrayList<>(exams);
    more.add(new Exam(delivery, service, Optional.empty(), false));
    return new FunnelRow(participant, registered, more);
  }

  FunnelRow without(DeliveryId delivery) {
    return new FunnelRow(participant, registered, exams.stream().filter(it -> !it.delivery().equals(delivery))
        .toList());
  }

  FunnelRow found(DeliveryId delivery, boolean followUp) {
    return with(delivery, it -> new Exam(it.delivery(), it.service(), Optional.of(followUp), false));
  }

  FunnelRow followedUp(DeliveryId delivery) {
    return with(delivery, it -> new Exam(it.delivery(), it.service(), it.followUp(), true));
  }

  private FunnelRow with(DeliveryId delivery, UnaryOperator<Exam> change) {
    List<Exam> now = new ArrayList<>(exams);
    now.replaceAll(it -> it.delivery().equals(delivery) ? change.apply(it) : it);
    return new FunnelRow(participant, registered, now);
  }
}
