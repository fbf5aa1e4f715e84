package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.communityledger.aid.Acknowledgement;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.AidEvent.Delivered;
import org.communityledger.aid.AidEvent.DeliveredToCrowd;
import org.communityledger.aid.AidEvent.DeliveryReversed;
import org.communityledger.aid.AidEvent.EntitlementGranted;
import org.communityledger.aid.AidEvent.EntitlementRevoked;
import org.communityledger.aid.AidEvent.FindingRecorded;
import org.communityledger.aid.AidEvent.FollowUpClosed;
import org.communityledger.aid.AidLine;
import org.communityledger.aid.LotQuantity;
import org.communityledger.aid.QuotaCount;
import org.communityledger.aid.StockMove;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Tag;

/** What was granted, given, undone and found, in English. */
record AidInEnglish(EnglishWords words) {
  String said(AidEvent event) {
    return switch (event) {
      case EntitlementGranted it -> "granted " + words.party(it.party()) + of(it.members()) + " entitlement "
          + it.entitlement() + " to " + lines(it.lines()) + in(it.programme(), it.round())
          + on(it.termsVersion(), it.ground()) + it.until().map(day -> ", until " + words.day(day)).orElse("")
          + quota(it.quota()) + words.ifThere(", on a sealed basis", it.basis());
      case EntitlementRevoked it -> "revoked entitlement " + it.entitlement() + " of " + words.party(it.party())
          + of(it.members()) + " to " + lines(it.lines()) + in(it.programme(), it.round()) + ", granted by event "
          + it.granting()
          + quota(it.quota());
      case Delivered it -> "recorded that " + words.party(it.by()) + " gave " + words.party(it.party())
          + of(it.members()) + " " + lines(it.lines()) + " by delivery " + it.delivery()
          + in(it.programme(), it.round()) + " of the kind " + words.code(it.kind())
          + it.day().map(day -> ", on the day " + words.day(day)).orElse("")
          + words.given(", at site ", it.at()) + words.given(", at activity ", it.activity())
          + words.given(", fulfilling entitlement ", it.entitlement()) + ", " + proof(it.proof())
          + on(it.termsVersion(), it.ground()) + words.given(", with the consent of event ", it.consent())
          + quota(it.quota()) + moves(it.moves());
      case DeliveredToCrowd it -> "recorded that " + words.party(it.by()) + " gave " + words.amount(it.people())
          + " nobody names " + lines(it.lines()) + (it.linesOpen() ? " among other things" : "") + " by delivery "
          + it.delivery() + in(it.programme(), it.round()) + words.given(", at site ", it.at())
          + words.given(", at activity ", it.activity()) + on(it.termsVersion(), it.ground()) + quota(it.quota())
          + moves(it.moves());
      case DeliveryReversed it -> "reversed delivery " + it.delivery() + " made by event " + it.made()
          + in(it.programme(), it.round()) + ", by which " + it.party().map(words::party).orElse("a crowd") + " got "
          + lines(it.lines()) + words.given(", at site ", it.at()) + ", of which "
          + lots(it.returned()) + " came back and " + lots(it.notReturned()) + " did not"
          + words.given(", with approval ", it.approval()) + quota(it.quota()) + moves(it.moves())
          + (it.carried().isEmpty()
              ? ""
              : ", found under " + it.carried().stream().map(Tag::toString).collect(joining(", ")));
      case FindingRecorded it -> "recorded a sealed finding about " + words.party(it.party()) + " by examination "
          + it.delivery() + " of event " + it.examination() + " in programme " + it.programme()
          + (it.followUp() ? ", to be followed up" : ", with no follow-up");
      case FollowUpClosed it -> "closed the follow-up of " + words.party(it.party()) + " after examination "
          + it.delivery() + " in programme " + it.programme() + ", whose finding is event "
          + it.finding();
    };
  }

  private String of(List<PersonId> members) {
    return members.isEmpty()
        ? ""
        : ", of " + members.stream().map(words::party).collect(joining(", ")) + ",";
  }

  private String lines(List<AidLine> lines) {
    return lines.isEmpty()
        ? "what is not named"
        : lines.stream().map(it -> words.amount(it.quantity()) + " of " + it.item()
            + words.given(" out of lot ", it.lot())).collect(joining(", "));
  }

  private String in(ProgrammeId programme, Optional<RoundId> round) {
    return " in programme " + programme + words.given(", round ", round);
  }

  private static String on(int version, EventId ground) {
    return ", on version " + version + " of the terms by event " + ground;
  }

  private static String quota(Optional<QuotaCount> quota) {
    return quota.map(it -> ", counted as " + it.change() + " and making " + it.total() + " of the quota").orElse("");
  }

  private static String moves(List<StockMove> moves) {
    return moves.isEmpty()
        ? ""
        : ", changing " + moves.stream().map(it -> "lot " + it.lot() + " at site " + it.site() + " by " + it.change()
            + " to " + it.balance()).collect(joining(", "));
  }

  private static String lots(List<LotQuantity> lots) {
    return lots.isEmpty()
        ? "nothing out of a lot"
        : lots.stream().map(it -> it.quantity() + " of lot " + it.lot()).collect(joining(", "));
  }

  private static String proof(Acknowledgement proof) {
    return switch (proof) {
      case SIGNATURE -> "signed for";
      case FINGERPRINT -> "acknowledged by a fingerprint";
      case CARD -> "acknowledged by a card";
      case PHOTO -> "shown by a photo";
      case WITNESS -> "seen by a witness";
      case NONE -> "not acknowledged";
    };
  }
}
