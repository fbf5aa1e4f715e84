package org.communityledger.benchmarks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.communityledger.aid.AidCommand.Deliver;
import org.communityledger.aid.AidCommand.Entitle;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.DeclineCase;
import org.communityledger.cases.CaseCommand.ExtendDeadline;
import org.communityledger.cases.CaseCommand.MarkDuplicate;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.SuspendCase;
import org.communityledger.cases.CaseCommand.UnmarkDuplicate;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.Photos;
import org.communityledger.cases.Photos.Photo;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Sealed;
import org.communityledger.parties.Identity;
import org.communityledger.parties.PartyCommand.RegisterPerson;

/**
 * What people say of themselves and others, to be sealed: words of the length that such words have, and photos. The same
 * seed gives the same. Not thread-safe.
 */
final class PersonalWords {
  /** So many of the commands for which there is something to say say it; of all events of a district these are 30 %. */
  private static final int TOLD_OF_A_THOUSAND = 648;
  private static final int NOTED_OF_A_THOUSAND = 460;
  private static final int PHOTO_HASH_BYTES = 32;
  private static final List<String> WORDS = List.of("the", "wall", "behind", "our", "kitchen", "leans", "since", "rain",
      "my", "mother", "cannot", "pass", "neighbour", "says", "water", "came", "through", "again", "at", "night");

  private final Chance chance;

  PersonalWords(Chance chance) {
    this.chance = chance;
  }

  /** The same, maybe with personal values, where it has room for them or is something for which people give a reason. */
  Asked tellingOf(Asked asked) {
    return chance.happens(TOLD_OF_A_THOUSAND) ? told(asked) : asked;
  }

  private Asked told(Asked asked) {
    return switch (asked.command()) {
      case ReportCase it -> with(asked, new ReportCase(it.caseId(), it.kind(), it.category(), it.place(), it.extent(),
          it.severity(), narrative(), it.reporter(), it.channel(), photos(), it.affects()));
      case RecordSurvey it -> with(asked, new RecordSurvey(it.caseId(), narrative()));
      case CompleteWork it -> with(asked, new CompleteWork(it.caseId(), it.doer(), it.scopeDone(), it.extent(),
          it.effort(), photos()));
      case VerifyWork it -> with(asked, new VerifyWork(it.caseId(), it.passed(), remark()));
      case RateCase it -> with(asked, new RateCase(it.caseId(), it.reached(), it.contacted(), it.solved(),
          it.satisfied(), remark()));
      case RegisterPerson it -> with(asked, new RegisterPerson(it.person(), identity(), it.over18(), it.descriptor()));
      case Entitle it -> with(asked, new Entitle(it.entitlement(), it.programme(), it.round(), it.party(), it.lines(),
          remark()));
      case Deliver it -> chance.happens(NOTED_OF_A_THOUSAND) ? asked.because(words(3, 10)) : asked;
      case DeclineCase it -> asked.because(words(3, 10));
      case MarkDuplicate it -> asked.because(words(3, 10));
      case UnmarkDuplicate it -> asked.because(words(3, 10));
      case ReturnAssignment it -> asked.because(words(3, 10));
      case SuspendCase it -> asked.because(words(3, 10));
      case ExtendDeadline it -> asked.because(words(3, 10));
      case ReopenCase it -> asked.because(words(3, 10));
      default -> asked;
    };
  }

  private static Asked with(Asked asked, Command telling) {
    return new Asked(telling, asked.header());
  }

  /** A few sentences. */
  Optional<Sealed<String>> narrative() {
    return Optional.of(Sealed.of(words(10, 40)));
  }

  private Optional<Sealed<String>> remark() {
    return Optional.of(Sealed.of(words(3, 15)));
  }

  private Optional<Sealed<Identity>> identity() {
    return Optional.of(Sealed.of(new Identity(Optional.of(words(2, 2)), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(words(3, 6)), Optional.empty())));
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
