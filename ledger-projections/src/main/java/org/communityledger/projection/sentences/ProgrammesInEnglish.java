package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.communityledger.aid.ConsentMatter;
import org.communityledger.aid.Eligibility;
import org.communityledger.aid.Limit;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.aid.ProgrammeEvent.ConsentGiven;
import org.communityledger.aid.ProgrammeEvent.ConsentWithdrawn;
import org.communityledger.aid.ProgrammeEvent.ProgrammeClosed;
import org.communityledger.aid.ProgrammeEvent.ProgrammeOpened;
import org.communityledger.aid.ProgrammeEvent.RoundClosed;
import org.communityledger.aid.ProgrammeEvent.RoundOpened;
import org.communityledger.aid.ProgrammeEvent.TermsChanged;
import org.communityledger.aid.Terms;
import org.communityledger.kernel.ProgrammeId;

/** What happened to programmes, rounds and consents, in English. */
record ProgrammesInEnglish(EnglishWords words) {
  String said(ProgrammeEvent event) {
    return switch (event) {
      case ProgrammeOpened it -> "opened programme " + it.programme() + ", " + words.quote(it.name()) + ", of the kind "
          + words.code(it.kind()) + ", sponsored by " + words.parties(List.copyOf(it.sponsors())) + ", from "
          + words.when(it.from()) + it.to().map(to -> " until " + words.when(to)).orElse("") + ", serving each "
          + it.unit().english() + " " + terms(it.terms());
      case TermsChanged it -> "changed the terms of programme " + it.programme() + " to version " + it.version() + ": "
          + terms(it.terms()) + (it.released().isEmpty() ? "" : ", no longer excluding " + listed(it.released()));
      case ProgrammeClosed it -> "closed programme " + it.programme();
      case RoundOpened it -> "opened round " + it.round() + ", " + words.quote(it.label()) + ", of programme "
          + it.programme() + ", from " + words.when(it.from())
          + it.to().map(to -> " until " + words.when(to)).orElse("") + ", on version " + it.termsVersion()
          + " of the terms as set by event " + it.terms();
      case RoundClosed it -> "closed round " + it.round() + " of programme " + it.programme();
      case ConsentGiven it -> "recorded the consent of " + words.party(it.party()) + " to " + matter(it.matter())
          + it.kind().map(kind -> " of the kind " + words.code(kind)).orElse("") + " for "
          + String.join(", ", it.purposes()) + words.given(", given by the guardian, person ", it.guardian())
          + words.ifThere(", standing for a sealed person", it.person());
      case ConsentWithdrawn it -> "recorded that " + words.party(it.party()) + " took back the consent to "
          + matter(it.matter()) + " given by event " + it.consent();
    };
  }

  private static String matter(ConsentMatter matter) {
    return matter.programme().map(it -> "programme " + it)
        .orElseGet(() -> "bonds of the kind " + matter.bondKind().orElseThrow());
  }

  private String terms(Terms terms) {
    List<String> said = new ArrayList<>();
    said.add(terms.limit().map(this::limit).orElse("without a limit"));
    terms.quota().ifPresent(it -> said.add("with a quota of " + it));
    if (terms.requiresEntitlement()) {
      said.add("by entitlement only");
    }
    if (terms.crowdAllowed()) {
      said.add("also to people nobody names");
    }
    if (!terms.excludes().isEmpty()) {
      said.add("excluding " + listed(terms.excludes()));
    }
    terms.eligibility().ifPresent(it -> said.add("for " + those(it)));
    terms.target().ifPresent(it -> said.add("to reach " + words.amount(it.amount()) + " (" + it.means() + ")"));
    if (terms.consent()) {
      said.add("with consent");
    }
    return String.join(", ", said);
  }

  private String limit(Limit limit) {
    return "at most " + words.number(limit.max(), "time") + " per " + words.code(limit.per())
        + limit.minInterval().map(it -> ", " + words.number(it, "day") + " apart").orElse("");
  }

  private static String those(Eligibility those) {
    String described = those.descriptors().isEmpty() ? "everybody" : String.join(", ", those.descriptors());
    return described + those.over18().map(it -> it ? " of 18 years or more" : " younger than 18 years").orElse("");
  }

  private static String listed(List<ProgrammeId> programmes) {
    return "programmes " + programmes.stream().map(ProgrammeId::value).collect(joining(", "));
  }
}
