package org.communityledger.codec;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidRules;
import org.communityledger.cases.CaseRules;
import org.communityledger.decide.Context;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.When;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.records.RecordsRules;

/** Codecs over all contexts and one small event of the tests' own. */
final class Fixtures {
  static final String ORIGIN = "ledger.example.org/test";
  static final Header HEADER = Header
      .of(new CommandId("cmd-1"), Actor.of(new PersonId("liu"), "grid worker").onBehalfOf(new OrgId("grid-7")),
          When.on(LocalDate.of(2024, 8, 2)), Source.of(Source.Kind.FORM, "F-12"))
      .stamped(LocalDate.of(2026, 11, 23), ZoneId.of("Asia/Shanghai"));

  private Fixtures() {}

  static CommandNames commandNames() {
    Map<String, Class<? extends Command>> names = new HashMap<>();
    contexts().forEach(context -> context.commands().forEach(it -> names.put(it.name(), it.type())));
    return new CommandNames(names);
  }

  static List<Context> contexts() {
    return List.of(Context.KERNEL, PartyRules.CONTEXT, RecordsRules.CONTEXT, PlaceRules.CONTEXT, ActivityRules.CONTEXT,
        AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT);
  }

  static EventCodec codec(EventType own, Map<EventTypes.Form, Upcast> upcasts) {
    List<EventType> types = new ArrayList<>(List.of(own));
    contexts().forEach(it -> types.addAll(it.events()));
    return new EventCodec(ORIGIN, new EventTypes(types, upcasts), commandNames());
  }

  static EventCodec codec() {
    return codec(new EventType("test.Measured", 1, Measured.class), Map.of());
  }

  /** An event with a field of every sort. */
  record Measured(PlaceId place, Tally size, Optional<Tally> more, List<String> words, Optional<PersonId> by)
      implements
        Event {
    @Override
    public Set<Tag> tags() {
      return Tag.allOf(new Id[]{place});
    }
  }
}
