package org.communityledger.projection;

import static org.communityledger.projection.WallLedger.CHIEF;
import static org.communityledger.projection.WallLedger.CLERK;
import static org.communityledger.projection.WallLedger.ESTATE;
import static org.communityledger.projection.WallLedger.GUODONG;
import static org.communityledger.projection.WallLedger.OFFICE;
import static org.communityledger.projection.WallLedger.RESIDENT;
import static org.communityledger.projection.WallLedger.TODAY;
import static org.communityledger.projection.WallLedger.WALL;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.communityledger.Ledger;
import org.communityledger.LedgerException;
import org.communityledger.activities.ActivityCommand.HoldActivity;
import org.communityledger.activities.ActivityCommand.PlanActivity;
import org.communityledger.activities.ActivityKind;
import org.communityledger.cases.CaseCommand.AcceptCase;
import org.communityledger.cases.CaseCommand.AssignCase;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.HearCase;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.ReturnAssignment;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseKind;
import org.communityledger.cases.Channel;
import org.communityledger.cases.Extent;
import org.communityledger.cases.Photos;
import org.communityledger.cases.Photos.Photo;
import org.communityledger.cases.Severity;
import org.communityledger.codec.InvalidCommand;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedValues;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.When;
import org.communityledger.parties.Identity;
import org.communityledger.parties.PartyCommand.RegisterPerson;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.live.Live;
import org.communityledger.projection.sentences.Language;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.seal.Opened;

/** A program that records words nobody else may ever see, and prints whatever else there is to print. */
final class PlantedWords {
  static final String NARRATIVE = "canary-narrative of the third door";
  private static final String FINDINGS = "canary-findings in the cellar";
  private static final String REASON = "canary-reason of the mason";
  private static final String REMARKS = "canary-remarks about the mortar";
  private static final String REMARK = "canary-remark of the neighbour";
  private static final String RESOLUTION = "canary-resolution of the meeting";
  private static final String NAME = "金丝雀姓名";
  private static final String NUMBER = "140202190001010000";
  private static final String CONTACT = "canary-contact 000";
  private static final String WRONG = "canary-wrong where no text belongs";
  private static final String HASH = "abadcafe".repeat(8);
  static final List<String> ALL = List.of(NARRATIVE, FINDINGS, REASON, REMARKS, REMARK, RESOLUTION,
      NAME, NUMBER, CONTACT, WRONG,
      HASH, "canary");

  private static final ActivityId MEETING = new ActivityId("joint-meeting");
  private static final Tag CASE = WALL.tag();
  private static final PersonId RIDER = new PersonId("rider-05");

  private final WallLedger wall;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private PlantedWords(WallLedger wall) {
    this.wall = wall;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    CaseRegister register = new CaseRegister();
    HazardFixHistory history = new HazardFixHistory();
    try (WallLedger wall = WallLedger.in(folder);
        Live live = Live.of(wall.ledger()).projections(register, history).meters(meters).start()) {
      PlantedWords words = new PlantedWords(wall);
      words.plant();
      long last = wall.ledger().reader().size() - 1;
      live.awaitApplied(last, Duration.ofMinutes(1));
      words.out.println("looked while open: " + NoClearWordsTest.wordsIn(folder));
      words.openAll();
      words.fail();
      words.erase(CASE);
      words.erase(RIDER.tag());
      words.refuse(RecordSurvey.of(WALL), Optional.of(REASON));
      words.refuse(new RecordSurvey(WALL, Optional.of(Sealed.of(FINDINGS))), Optional.empty());
      live.awaitApplied(wall.ledger().reader().size() - 1, Duration.ofMinutes(1));
      words.out.println(live.row(history, WALL));
      for (Language each : Language.values()) {
        live.row(history, WALL).row().orElseThrow().render(each).forEach(words.out::println);
      }
      words.out.println("digest " + live.read(history, View::digest) + live.read(register, View::digest));
      words.out.println(live.progress());
      meters.getMeters().forEach(it -> words.out.println(it.getId()));
      words.out.println("looked after erasing: " + NoClearWordsTest.wordsIn(folder));
    }
    words(folder);
  }

  /** Once more, with everything closed and opened again. */
  private static void words(Path folder) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Ledger.verify(folder.resolve("wall.ledger")));
    out.println("looked when closed: " + NoClearWordsTest.wordsIn(folder));
  }

  private void plant() {
    Optional<Sealed<Photos>> photos = Optional.of(Sealed.of(new Photos(List.of(new Photo(HASH, 4_711)))));
    wall.given(new RegisterPerson(RIDER, Optional.of(Sealed.of(new Identity(Optional.of(NAME), Optional.of(NUMBER),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(CONTACT)))), Optional.of(true),
        Optional.of("rider")));
    wall.given(new ReportCase(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(), Severity.LOW,
        Optional.of(Sealed.of(NARRATIVE)), Optional.empty(), Channel.PATROL, photos, Optional.empty()));
    wall.given(new AcceptCase(WALL, OFFICE, Optional.empty()));
    wall.given(new RecordSurvey(WALL, Optional.of(Sealed.of(FINDINGS))));
    wall.given(new AssignCase(WALL, GUODONG, "rebuild", Optional.empty()));
    wall.given(new ReturnAssignment(WALL), REASON);
    wall.given(new AssignCase(WALL, GUODONG, "rebuild", Optional.empty()));
    wall.given(new CompleteWork(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(), photos));
    wall.given(new VerifyWork(WALL, false, Optional.of(Sealed.of(REMARKS))));
    wall.given(new RateCase(WALL, Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(Sealed.of(REMARK))));
    wall.given(PlanActivity.of(MEETING, ActivityKind.MEETING, "联席会议", OFFICE));
    wall.given(HoldActivity.of(MEETING));
    wall.given(new HearCase(WALL, MEETING, Optional.of(Sealed.of(RESOLUTION))));
  }

  private void openAll() {
    int[] opened = {0};
    for (long position = 0; position < wall.ledger().reader().size(); position++) {
      RecordedEvent event = wall.ledger().reader().event(position);
      out.println(event);
      event.header().reason().ifPresent(it -> opened[0] += open(event, it, String.class));
      SealedValues.exchanged(event.event(), "", (pointer, sealedFor, value) -> {
        Class<?> type = pointer.endsWith("photos")
            ? Photos.class
            : pointer.endsWith("identity") ? Identity.class : String.class;
        opened[0] += open(event, value, type);
        return value;
      });
    }
    out.println("opened " + opened[0] + " values");
  }

  private <T> int open(RecordedEvent event, Sealed<?> value, Class<T> type) {
    Sealed.Stored<?> stored = (Sealed.Stored<?>) value;
    Opened<T> opened = wall.ledger().personal().open(event, new Sealed.Stored<T>(stored.key(), stored.hash()), type);
    out.println(opened);
    return opened instanceof Opened.Plain<T> ? 1 : 0;
  }

  /** What goes wrong while values are at hand. */
  private void fail() {
    for (String body : List.of("\"narrative\":{\"x\":\"" + WRONG + "\"}", "\"narrative\":[\"" + WRONG + "\"]",
        "\"narrative\":\"" + WRONG, "\"narrative\":" + WRONG, "\"photos\":{\"photos\":[{\"hash\":\"" + WRONG + "\"}]}",
        "\"photos\":\"" + WRONG + "\"")) {
      try {
        wall.ledger().commands().read(("{\"command\":\"cases.ReportCase\",\"id\":\"x\",\"header\":{},\"body\":{" + body
            + "}}").getBytes(StandardCharsets.UTF_8));
      } catch (InvalidCommand e) {
        out.print("failed InvalidCommand ");
        e.printStackTrace(out);
      }
    }
    RecordedEvent person = wall.ledger().reader().event(5);
    SealedValues.exchanged(person.event(), "", (pointer, sealedFor, value) -> {
      try {
        open(person, value, Photos.class);
      } catch (LedgerException e) {
        e.printStackTrace(out);
      }
      return value;
    });
    out.println(new RecordSurvey(WALL, Optional.of(Sealed.of(FINDINGS))));
  }

  private void erase(Tag subject) {
    ApprovalId approval = new ApprovalId("erase-" + subject.value());
    wall.given(new GiveApproval(approval, "records.EraseSubject", subject, Optional.empty()), CHIEF, When.on(TODAY));
    wall.given(new EraseSubject(subject, "REQUEST", approval), CLERK, When.on(TODAY));
    out.println("erased " + wall.ledger().personal().erasure(subject).orElseThrow().english());
    out.println(wall.ledger().personal().erasure(subject));
  }

  private void refuse(Command command, Optional<String> reason) {
    Outcome outcome = reason.map(it -> wall.asked(command, RESIDENT, When.on(TODAY), it))
        .orElseGet(() -> wall.asked(command, RESIDENT, When.on(TODAY)));
    out.println("refused " + ((Outcome.Refused) outcome).refusal().name() + " " + outcome);
  }
}
