package org.communityledger.aid;

import java.util.List;
import java.util.stream.Collectors;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.RoundId;

/** Why something about programmes, rounds and consents is not recorded. */
public sealed interface ProgrammeRefusal extends Refusal {
  /** The id stands for a programme or a round already. */
  record AlreadyOpened(Id thing) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "There is already a " + thing.tag().key() + " " + thing + ".";
    }

    @Override
    public String chinese() {
      return (thing instanceof RoundId ? "批次 " : "项目 ") + thing + " 已存在。";
    }
  }

  /** Nobody stands for the programme. */
  record SponsorMissing(ProgrammeId programme) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " has no sponsor; name at least one.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 没有主办单位；须至少写明一个。";
    }
  }

  /** The terms bind to nothing, or to what cannot be kept. */
  record LimitInvalid(ProgrammeId programme, Flaw flaw) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "The terms of programme " + programme + " cannot hold: " + flaw.english + ".";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 的条件不成立：" + flaw.chinese + "。";
    }
  }

  /** What is wrong with terms. */
  enum Flaw {
    /** Nobody could ever be served. */
    MAX_BELOW_ONE("a party must be allowed at least one delivery", "每个对象至少应可领取一次"),
    /** It would say nothing. */
    INTERVAL_BELOW_ONE("an interval has at least one day", "间隔至少为一天"),
    /** With one delivery for ever there are no two between which days could lie. */
    INTERVAL_WITHOUT_EFFECT("one delivery in the whole programme leaves nothing between which days could lie",
        "整个项目只可领取一次，间隔没有意义"),
    /** Nobody could ever be served. */
    QUOTA_BELOW_ONE("a quota has at least one party", "名额至少为一个"),
    /** Crowds have no names to which entitlements or consents could belong. */
    CROWD_NEEDS_NAMES("what takes an entitlement or a consent cannot be given to people nobody names",
        "须凭应发记录或同意书领取的，不能发给未具名的人群"),
    /** A programme cannot stand in its own way. */
    EXCLUDES_ITSELF("it excludes itself", "项目排斥自身"),
    /** A surrogate of one programme is unknown in all others. */
    EXCLUDES_SURROGATES("participants known by surrogates cannot be recognised in another programme",
        "使用代号的参加者无法在其他项目中识别");

    private final String english;
    private final String chinese;

    Flaw(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }
  }

  /** Rounds of the programme are not closed. */
  record RoundStillOpen(ProgrammeId programme, List<RoundId> rounds) implements ProgrammeRefusal {
    public RoundStillOpen {
      rounds = List.copyOf(rounds);
    }

    @Override
    public String english() {
      return "Programme " + programme + " still has open rounds: " + listed(rounds) + ".";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 尚有未结束的批次：" + listed(rounds) + "。";
    }

    private static String listed(List<RoundId> rounds) {
      return rounds.stream().map(RoundId::value).collect(Collectors.joining(", "));
    }
  }

  /** Another round of the programme is open on some of the days. */
  record RoundOverlaps(RoundId round, RoundId other) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Round " + round + " would overlap with round " + other + ".";
    }

    @Override
    public String chinese() {
      return "批次 " + round + " 与批次 " + other + " 时间重叠。";
    }
  }

  /** The round belongs to another programme. */
  record NotItsRound(RoundId round, ProgrammeId programme) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Round " + round + " is not one of programme " + programme + ".";
    }

    @Override
    public String chinese() {
      return "批次 " + round + " 不属于项目 " + programme + "。";
    }
  }

  /** The programme is given in rounds; without one it is not known which terms hold and what is counted. */
  record RoundMissing(ProgrammeId programme) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " is given in rounds; say in which.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 按批次发放；须写明批次。";
    }
  }

  /** The programme is not open on the day. */
  record ProgrammeClosed(ProgrammeId programme) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Programme " + programme + " is not open at that time.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 当时未开放。";
    }
  }

  /** The round is not open on the day. */
  record RoundClosed(RoundId round) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Round " + round + " is not open at that time.";
    }

    @Override
    public String chinese() {
      return "批次 " + round + " 当时未开放。";
    }
  }

  /** Whoever is not of age consents through a guardian who is. */
  record GuardianNeeded(Party party) implements ProgrammeRefusal {
    @Override
    public String english() {
      return party.tag() + " is not of age and consents through a guardian who is registered as being of age.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 未成年，须由已登记的成年监护人代为同意。";
    }
  }

  /** Participation is sensitive: a person takes part under a surrogate, not under the id they are registered with. */
  record SurrogateNeeded(ProgrammeId programme) implements ProgrammeRefusal {
    @Override
    public String english() {
      return "Participation in programme " + programme
          + " is confidential; name the person by their surrogate for it, not by the id they are registered with.";
    }

    @Override
    public String chinese() {
      return "项目 " + programme + " 的参加情况保密；须使用该人员在本项目中的代号，不得使用登记编号。";
    }
  }

  /** The party has not consented, or does not any more. */
  record ConsentMissing(ConsentMatter matter, Party party) implements ProgrammeRefusal {
    @Override
    public String english() {
      return party.tag() + " has given no consent to " + matter + " that holds.";
    }

    @Override
    public String chinese() {
      return party.tag() + " 对 " + matter + " 没有有效的同意。";
    }
  }
}
