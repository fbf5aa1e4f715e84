package org.communityledger.aid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tag;

/**
 * Under which deliveries and entitlements are found. Rounds, days and services share a key: whoever reads looks at the
 * events too.
 */
final class AidTags {
  /** Ids have up to 100 characters; the value of a tag with three of them may be too long. */
  private static final int LONGEST = 300;

  private AidTags() {}

  static Tag served(ProgrammeId programme, Party party) {
    return tag("served", programme + ":" + party.tag());
  }

  static Tag served(ProgrammeId programme, Optional<RoundId> round, Party party) {
    return tag("served", programme + ":" + text(round) + ":" + party.tag());
  }

  static Tag served(ProgrammeId programme, LocalDate day, Party party) {
    return tag("served", programme + ":" + day + ":" + party.tag());
  }

  static Tag served(ProgrammeId programme, String service, Party party) {
    return tag("served", programme + ":" + service + ":" + party.tag());
  }

  static Tag entitled(ProgrammeId programme, Party party) {
    return tag("entitled", programme + ":" + party.tag());
  }

  static Tag entitled(ProgrammeId programme, Optional<RoundId> round, Party party) {
    return tag("entitled", programme + ":" + text(round) + ":" + party.tag());
  }

  static Tag quota(ProgrammeId programme, Optional<RoundId> round) {
    return tag("quota", programme + ":" + text(round));
  }

  private static String text(Optional<RoundId> round) {
    return round.map(RoundId::value).orElse("-");
  }

  private static Tag tag(String key, String value) {
    return new Tag(key, value.length() <= LONGEST ? value : digest(value));
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
