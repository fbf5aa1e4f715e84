package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.communityledger.kernel.EventId;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.AppointmentEvent.Appointed;
import org.communityledger.membership.AppointmentEvent.AppointmentEnded;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.BondEvent.BondContactLogged;
import org.communityledger.membership.BondEvent.BondEnded;
import org.communityledger.membership.BondEvent.BondFormed;
import org.communityledger.membership.HonourEvent;
import org.communityledger.membership.HonourEvent.HonourGranted;
import org.communityledger.membership.HonourEvent.HonourRevoked;

/** What happened to appointments, bonds and honours, in English. */
final class RolesInEnglish {
  private final EnglishWords words;

  RolesInEnglish(EnglishWords words) {
    this.words = words;
  }

  String said(AppointmentEvent event) {
    return switch (event) {
      case Appointed it -> "recorded by appointment " + it.appointment() + " that organisation " + it.by()
          + " appointed " + it.person().map(words::party).orElse("somebody who is not named") + " as " + it.role()
          + " at " + it.at() + ", in organisation " + it.org() + words.given(", at place ", it.place()) + ", from: "
          + words.when(it.from()) + it.until().map(until -> ", until: " + words.when(until)).orElse(", without an end")
          + after(it.after());
      case AppointmentEnded it ->
        "ended appointment " + it.appointment() + ", made by event " + it.appointed() + ", of "
            + it.person().map(words::party).orElse("somebody who is not named") + " as " + it.role() + " at " + it.at()
            + ", in organisation " + it.org();
    };
  }

  private static String after(List<EventId> ends) {
    return ends.isEmpty()
        ? ""
        : ", in the role left free by "
            + ends.stream().map(it -> "event " + it).collect(joining(" and "));
  }

  String said(BondEvent event) {
    return switch (event) {
      case BondFormed it -> "formed bond " + pair(it) + ", arranged by organisation " + it.arrangedBy()
          + words.given(", at place ", it.place()) + words.given(", with the consent of event ", it.consent())
          + words.given(", after the earlier one ended by event ", it.after());
      case BondContactLogged it -> "logged a contact in bond " + pair(it) + ", by " + it.how()
          + words.ifThere(", with a sealed note", it.note());
      case BondEnded it -> "ended bond " + pair(it) + ", formed by event " + it.formed();
    };
  }

  private String pair(BondEvent bond) {
    return bond.bond() + " of the kind " + bond.kind() + ", in which " + words.party(bond.sponsor()) + " supports "
        + words.party(bond.supported());
  }

  String said(HonourEvent event) {
    return switch (event) {
      case HonourGranted it -> "recorded honour " + it.honour() + ": " + words.party(it.by()) + " gave "
          + words.party(it.to()) + " the title " + words.quote(it.title()) + " in the form " + it.form()
          + words.given(", at place ", it.place())
          + words.given(", which it had lost before by event ", it.after());
      case HonourRevoked it -> "took back from " + words.party(it.to()) + " honour " + it.honour() + ", the title "
          + words.quote(it.title()) + ", granted by event " + it.granted();
    };
  }
}
