package org.communityledger.testing;

import java.time.LocalDate;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Severity;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Receipt;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.parties.PartyCommand.RegisterOrg;
import org.communityledger.places.PlaceCommand.RegisterPlace;

/** Everyday commands and headers for tests that need something to record, whatever it is. */
public final class Matters {
  public static final Actor CLERK = Actor.of(new PersonId("liu"), "grid worker");
  public static final Actor CHIEF = Actor.of(new PersonId("wang"), "head of office");
  public static final LocalDate DAY = LocalDate.of(2024, 8, 2);
  public static final PlaceId ESTATE = new PlaceId("yunqiyuan");
  public static final OrgId OFFICE = new OrgId("kaiyuan");

  private Matters() {}

  public static Header header(String command) {
    return header(command, CLERK);
  }

  public static Header header(String command, Actor actor) {
    return Header.of(new CommandId(command), actor, When.on(DAY), Source.of(Source.Kind.FORM, "F-12"));
  }

  public static RegisterPlace registerEstate() {
    return registerPlace(ESTATE.value());
  }

  public static RegisterPlace registerPlace(String id) {
    return new RegisterPlace(new PlaceId(id), "ESTATE", "云栖苑", Optional.empty(), true);
  }

  public static RegisterOrg registerOffice() {
    return new RegisterOrg(OFFICE, "SUBDISTRICT", "开源街道", true, Optional.empty(), Optional.empty());
  }

  public static ReportCase report(String id) {
    return ReportCase.of(new CaseId(id), CaseKind.HAZARD, "leaning-wall", ESTATE, Severity.HIGH, Channel.PATROL);
  }

  public static AcceptCase accept(String id) {
    return new AcceptCase(new CaseId(id), OFFICE, Optional.empty());
  }

  /** The receipt of a command that should have been accepted. */
  public static Receipt receipt(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.receipt();
      case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
    };
  }

  /** The refusal of a command that should have been refused. */
  public static Outcome.Refused refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> throw new AssertionError("accepted: " + accepted);
      case Outcome.Refused refused -> refused;
    };
  }
}
