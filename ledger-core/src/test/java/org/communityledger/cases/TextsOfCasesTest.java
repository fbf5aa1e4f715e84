package org.communityledger.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.communityledger.cases.CaseScenario.CHIEF;
import static org.communityledger.cases.CaseScenario.DUE;
import static org.communityledger.cases.CaseScenario.ESTATE;
import static org.communityledger.cases.CaseScenario.GUODONG;
import static org.communityledger.cases.CaseScenario.RESIDENT;
import static org.communityledger.cases.CaseScenario.WALL;

import java.util.List;
import java.util.Optional;
import org.communityledger.cases.CaseCommand.CompleteWork;
import org.communityledger.cases.CaseCommand.RateCase;
import org.communityledger.cases.CaseCommand.RecordSurvey;
import org.communityledger.cases.CaseCommand.ReopenCase;
import org.communityledger.cases.CaseCommand.ReportCase;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.decide.CommonRefusal.AlreadyErased;
import org.communityledger.decide.RuleScenario;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.Tag;
import org.communityledger.records.RecordsCommand.EraseSubject;
import org.communityledger.records.RecordsCommand.GiveApproval;
import org.communityledger.records.RecordsCommand.Replacement;
import org.communityledger.records.RecordsCommand.RetractEvent;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Free text and photos of a case stand in its events as references, sealed under the key of the case. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsOfCasesTest {
  private static final Tag SUBJECT = new Tag("subject", "case:wall");
  private static final Photos PHOTOS = new Photos(List.of(new Photos.Photo("0".repeat(64), 20_481)));

  private final CaseScenario scenario = new CaseScenario();

  @Test
  void a_report_keeps_what_was_told_and_shown() {
    ReportCase report = new ReportCase(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(), Severity.LOW,
        Optional.of(Sealed.of("The wall behind no. 7 leans\nsince the rain")), Optional.empty(), Channel.PATROL,
        Optional.of(Sealed.of(PHOTOS)), Optional.empty());

    scenario.when(report).isAcceptedWith(new CaseReported(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(),
        Severity.LOW, Optional.of(text("The wall behind no. 7 leans\nsince the rain")), Optional.empty(),
        Channel.PATROL, Optional.of(RuleScenario.sealed(WALL, "CASE", PHOTOS)), Optional.empty()));
    assertThat(lastTags()).containsExactlyInAnyOrder(WALL.tag(), ESTATE.tag(), SUBJECT);
  }

  @Test
  void a_report_can_be_told_in_few_words() {
    scenario.given(CaseScenario.report(WALL, Severity.LOW).telling("It leans"));

    assertThat(scenario.ledger.at(scenario.ledger.last()).event())
        .isEqualTo(new CaseReported(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(), Severity.LOW,
            Optional.of(text("It leans")), Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty()));
  }

  @Test
  void without_texts_an_event_is_about_no_subject() {
    scenario.wallAt(Stage.REPORTED);

    assertThat(lastTags()).containsExactlyInAnyOrder(WALL.tag(), ESTATE.tag());
  }

  @Test
  void a_survey_keeps_its_findings() {
    scenario.wallAt(Stage.ACCEPTED);

    scenario.when(new RecordSurvey(WALL, Optional.of(Sealed.of("cracked foundation"))))
        .isAcceptedWith(new SurveyRecorded(WALL, Optional.of(text("cracked foundation"))));
    assertThat(lastTags()).containsExactlyInAnyOrder(WALL.tag(), SUBJECT);
  }

  @Test
  void a_completion_keeps_its_photos() {
    EventId assigned = scenario.id(scenario.wallAt(Stage.ASSIGNED));

    scenario.when(new CompleteWork(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(),
        Optional.of(Sealed.of(PHOTOS))))
        .isAcceptedWith(new WorkCompleted(WALL, GUODONG, Optional.empty(), Extent.WHOLE, Optional.empty(),
            Optional.of(RuleScenario.sealed(WALL, "CASE", PHOTOS)), assigned));
  }

  @Test
  void a_verification_keeps_its_remarks_whatever_it_finds() {
    EventId completed = scenario.id(scenario.wallAt(Stage.DONE));
    scenario.when(new VerifyWork(WALL, false, Optional.of(Sealed.of("still leans"))))
        .isAcceptedWith(new WorkRejected(WALL, Optional.of(text("still leans")), completed));

    EventId again = scenario.id(scenario.given(CaseScenario.complete()));
    scenario.when(new VerifyWork(WALL, true, Optional.of(Sealed.of("upright"))))
        .isAcceptedWith(new WorkVerified(WALL, Optional.of(text("upright")), again));
  }

  @Test
  void a_rating_keeps_its_remark() {
    EventId closed = scenario.id(scenario.wallAt(Stage.CLOSED));

    scenario.when(new RateCase(WALL, Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(5),
        Optional.of(Sealed.of("thank you"))), RESIDENT)
        .isAcceptedWith(new CaseRated(WALL, Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(5),
            Optional.of(text("thank you")), Optional.of(closed)));
  }

  @Test
  void a_reason_is_kept_in_the_header_under_the_key_of_the_case() {
    scenario.wallAt(Stage.CLOSED);
    long reopened = scenario.given(new ReopenCase(WALL, DUE), "it leans again");

    assertThat(scenario.ledger.at(reopened).header().reason()).contains(text("it leans again"));
    assertThat(lastTags()).contains(SUBJECT);
  }

  @Test
  void a_case_whose_texts_were_erased_takes_no_more_of_them_and_goes_on_without() {
    scenario.wallAt(Stage.ACCEPTED);
    ApprovalId approval = approve("records.EraseSubject", WALL.tag());
    long erased = scenario.given(new EraseSubject(WALL.tag(), "moderation", approval));

    scenario.when(new RecordSurvey(WALL, Optional.of(Sealed.of("cracked foundation"))))
        .isRefusedWith(new AlreadyErased(WALL.tag()), erased);
    scenario.when(CaseScenario.assign(), "the nearest").isRefusedWith(new AlreadyErased(WALL.tag()), erased);
    scenario.when(RecordSurvey.of(WALL)).isAccepted();
    scenario.when(CaseScenario.assign()).isAccepted();
  }

  @Test
  void a_correction_brings_its_own_texts() {
    long reported = scenario.given(CaseScenario.report(WALL, Severity.LOW).telling("It leans"));
    ApprovalId approval = approve("records.RetractEvent", scenario.id(reported).tag());
    ReportCase right = CaseScenario.report(WALL, Severity.HIGH).telling("It falls");

    scenario.when(new RetractEvent(scenario.id(reported), approval, List.of(new Replacement(right, Optional.empty()))))
        .isAcceptedWith(
            new EventRetracted(scenario.id(reported), Optional.of(approval),
                List.of(WALL.tag(), ESTATE.tag(), SUBJECT)),
            new CaseReported(WALL, CaseKind.HAZARD, "wall", ESTATE, Optional.empty(), Severity.HIGH,
                Optional.of(text("It falls")), Optional.empty(), Channel.PATROL, Optional.empty(), Optional.empty()));
    assertThat(lastTags()).contains(SUBJECT);
  }

  @Test
  void a_text_that_says_nothing_is_left_out() {
    assertThatIllegalArgumentException().isThrownBy(() -> CaseScenario.report(WALL, Severity.LOW).telling(" \n"))
        .withMessage("narrative must not be blank; leave it out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VerifyWork(WALL, true, Optional.of(Sealed.of(""))))
        .withMessage("remarks must not be blank; leave it out");
  }

  @Test
  void photos_are_named_by_what_proves_them_unchanged_and_tell_nothing_else() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Photos(List.of()))
        .withMessage("photos must not be empty; leave them out");
    assertThatIllegalArgumentException().isThrownBy(() -> new Photos.Photo("no. 7.jpg", 1))
        .withMessage("hash must be a SHA-256 as 64 lower-case hexadecimal digits");
    assertThatIllegalArgumentException().isThrownBy(() -> new Photos.Photo("0".repeat(64), 0))
        .withMessage("length must be 1 or more bytes");
    assertThat(PHOTOS + " " + PHOTOS.photos().getFirst()).isEqualTo("Photos[1] Photo");
  }

  private ApprovalId approve(String what, Tag target) {
    ApprovalId id = new ApprovalId("to-do-it");
    scenario.ledger.given(new GiveApproval(id, what, target, Optional.empty()), CHIEF);
    return id;
  }

  private Iterable<Tag> lastTags() {
    return scenario.ledger.at(scenario.ledger.last()).tags();
  }

  private static Sealed<String> text(String words) {
    return RuleScenario.sealed(WALL, "CASE", words);
  }
}
