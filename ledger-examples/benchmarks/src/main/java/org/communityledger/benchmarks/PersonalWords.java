package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.Photos;
import org.communityledger.cases.Photos.Photo;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Sealed;

/**
 * What people say of themselves and others, to be sealed: words of the length that such words have, and photos. The same
 * seed gives the same. Not thread-safe.
 */
final class PersonalWords {
  /** So many of the events for which there is something to say say it; of all events of a district these are 30 %. */
  private static final int TOLD_OF_A_THOUSAND = 648;
  private static final int PHOTO_HASH_BYTES = 32;
  private static final List<String> WORDS = List.of("the", "wall", "behind", "our", "kitchen", "leans", "since", "rain",
      "my", "mother", "cannot", "pass", "neighbour", "says", "water", "came", "through", "again", "at", "night");

  private final Chance chance;

  PersonalWords(Chance chance) {
    this.chance = chance;
  }

  /** The same step, maybe with personal values, where it has room for them or is one for which people give a reason. */
  Step tellingOf(Step step) {
    return step instanceof Step.Happened(Header header, Event event) && chance.happens(TOLD_OF_A_THOUSAND)
        ? tellingOf(header, event)
        : step;
  }

  private Step tellingOf(Header header, Event event) {
    return switch (event) {
      case CaseReported it -> new Step.Happened(header,
          new CaseReported(it.caseId(), it.kind(), it.category(), it.place(), it.extent(), it.severity(), narrative(),
              it.reporter(), it.channel(), photos(), it.affects()));
      case SurveyRecorded it -> new Step.Happened(header, new SurveyRecorded(it.caseId(), narrative()));
      case WorkCompleted it -> new Step.Happened(header, new WorkCompleted(it.caseId(), it.doer(), it.scopeDone(),
          it.extent(), it.effort(), photos(), it.assignment()));
      case WorkVerified it -> new Step.Happened(header, new WorkVerified(it.caseId(), remark(), it.completion()));
      case WorkRejected it -> new Step.Happened(header, new WorkRejected(it.caseId(), remark(), it.completion()));
      case CaseRated it -> new Step.Happened(header, new CaseRated(it.caseId(), it.reached(), it.contacted(),
          it.solved(), it.satisfied(), remark(), it.closing()));
      case CaseDeclined it -> reasoned(header, it);
      case CaseMarkedDuplicate it -> reasoned(header, it);
      case DuplicateUnmarked it -> reasoned(header, it);
      case AssignmentReturned it -> reasoned(header, it);
      case CaseSuspended it -> reasoned(header, it);
      case DeadlineExtended it -> reasoned(header, it);
      case CaseReopened it -> reasoned(header, it);
      default -> new Step.Happened(header, event);
    };
  }

  private Step reasoned(Header header, Event event) {
    return new Step.Happened(header.because(words(3, 10)), event);
  }

  /** A few sentences. */
  Optional<Sealed<String>> narrative() {
    return Optional.of(Sealed.of(words(10, 40)));
  }

  private Optional<Sealed<String>> remark() {
    return Optional.of(Sealed.of(words(3, 15)));
  }

  private String words(int least, int most) {
    int count = chance.between(least, most);
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(chance.oneOf(WORDS));
    }
    return String.join(" ", words);
  }

  /** One photo, or some. */
  Optional<Sealed<Photos>> photos() {
    List<Photo> photos = new ArrayList<>();
    for (int left = chance.between(1, 3); left > 0; left--) {
      photos
          .add(new Photo(HexFormat.of().formatHex(chance.bytes(PHOTO_HASH_BYTES)), chance.between(90_000, 6_000_000)));
    }
    return Optional.of(Sealed.of(new Photos(photos)));
  }
}
