package org.communityledger.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.communityledger.activities.ActivityRules;
import org.communityledger.aid.AidRules;
import org.communityledger.aid.StockReadings;
import org.communityledger.cases.CaseRules;
import org.communityledger.codec.CommandCodec;
import org.communityledger.codec.CommandNames;
import org.communityledger.codec.EventCodec;
import org.communityledger.codec.EventTypes;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SealedFor;
import org.communityledger.kernel.SealedValues;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.log.Draft;
import org.communityledger.log.Entry;
import org.communityledger.log.MerkleHash;
import org.communityledger.membership.MembershipRules;
import org.communityledger.parties.PartyRules;
import org.communityledger.places.PlaceRules;
import org.communityledger.places.StockAtSites;
import org.communityledger.records.RecordsRules;

/**
 * Runs the rules over a history in memory: given commands were accepted, when another one is asked, then this. Commands
 * go through the text in which they are sent, events through their stored form, and between the two every sealed value is
 * exchanged for a reference, so the rules see what they would see in a ledger.
 */
public final class RuleScenario implements History {
  public static final LocalDate TODAY = LocalDate.of(2024, 8, 2);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Decider decider;
  private final CommandCodec commandCodec;
  private final EventCodec eventCodec;
  private final List<RecordedEvent> recorded = new ArrayList<>();
  private int commands;

  public RuleScenario() {
    this(RuleScenario::remaining);
  }

  /** A scenario in which it can be asked what stock is left at a site. */
  public RuleScenario(StockAtSites stock) {
    this(PlaceRules.context(stock));
  }

  private static Reading<List<StockAtSites.Remainder>> remaining(SiteId site) {
    return StockReadings.leftAt(site).map(left -> left.stream()
        .map(it -> new StockAtSites.Remainder(it.lot(), it.since().orElseThrow())).toList());
  }

  /** A scenario with a context of the test's own. */
  public static RuleScenario with(Context own) {
    return new RuleScenario(PlaceRules.CONTEXT, own);
  }

  private RuleScenario(Context places, Context... own) {
    List<Context> contexts = new ArrayList<>(List.of(Context.KERNEL, PartyRules.CONTEXT, RecordsRules.CONTEXT, places,
        ActivityRules.CONTEXT, AidRules.CONTEXT, MembershipRules.CONTEXT, CaseRules.CONTEXT));
    contexts.addAll(List.of(own));
    CommandNames names = new CommandNames(contexts.stream().flatMap(it -> it.commands().stream())
        .collect(Collectors.toMap(Context.Handling::name, Context.Handling::type)));
    decider = new Decider(contexts);
    commandCodec = new CommandCodec(names);
    eventCodec = new EventCodec("example.org/ledger",
        new EventTypes(contexts.stream().flatMap(it -> it.events().stream()).toList(), Map.of()), names);
  }

  /** Records a command of today that must be accepted; returns the position of its last event. */
  public long given(Command command, Actor by) {
    return given(command, by, When.on(TODAY));
  }

  /** Records a command that must be accepted; returns the position of its last event. */
  public long given(Command command, Actor by, When occurred) {
    when(command, by, occurred).isAccepted();
    return last();
  }

  /** Asks for something today. */
  public Answer when(Command command, Actor by) {
    return when(command, by, When.on(TODAY));
  }

  /** Records a command of today, sent with a reason, that must be accepted; returns the position of its last event. */
  public long given(Command command, Actor by, String reason) {
    when(command, by, reason).isAccepted();
    return last();
  }

  /** Records a command sent with a reason that must be accepted; returns the position of its last event. */
  public long given(Command command, Actor by, String reason, When occurred) {
    when(command, headerOf(by, occurred).because(reason)).isAccepted();
    return last();
  }

  /** Asks for something, and records it if it is accepted. */
  public Answer when(Command command, Actor by, When occurred) {
    return when(command, headerOf(by, occurred));
  }

  /** Asks for something today, for a reason, and records it if it is accepted. */
  public Answer when(Command command, Actor by, String reason) {
    return when(command, headerOf(by, When.on(TODAY)).because(reason));
  }

  /** Asks for something, for a reason, and records it if it is accepted. */
  public Answer when(Command command, Actor by, When occurred, String reason) {
    return when(command, headerOf(by, occurred).because(reason));
  }

  /** Asks for something that happened against a rule, for a reason and with an approval, and records it if accepted. */
  public Answer whenIrregular(Command command, Actor by, When occurred, String reason, ApprovalId approval) {
    return when(command, headerOf(by, occurred).irregular(reason, approval));
  }

  private Header headerOf(Actor by, When occurred) {
    return Header.of(new CommandId("c" + commands++), by, occurred, Source.of(Source.Kind.FIRST_HAND, "test"));
  }

  private Answer when(Command command, Header header) {
    Submission sent = asSentAsText(new Submission(command, header.stamped(TODAY, ZONE), Permit.UNRESTRICTED));
    Verdict verdict = decider.decide(sealed(sent), this);
    if (verdict instanceof Verdict.Granted granted) {
      int number = 0;
      for (Proposal each : granted.events()) {
        recorded.add(asReadBack(new EventId(header.command(), number++), each));
      }
    }
    return new Answer(verdict);
  }

  private Submission asSentAsText(Submission submission) {
    String line = new String(commandCodec.sent(submission), StandardCharsets.UTF_8) + "}";
    Submission read = commandCodec.read(line.getBytes(StandardCharsets.UTF_8));
    assertThat(read.command()).isEqualTo(submission.command());
    assertThat(read.header().reason()).isEqualTo(submission.header().reason());
    assertThat(read.header().irregular()).isEqualTo(submission.header().irregular());
    return new Submission(read.command(), read.header().stamped(TODAY, ZONE), Permit.UNRESTRICTED);
  }

  private static Submission sealed(Submission sent) {
    Command command = SealedValues.exchanged(sent.command(), "",
        (pointer, sealedFor, value) -> reference(sealedFor, value));
    Header clear = sent.header();
    SealedFor words = SealedValues.ofReason(command, clear.command());
    Header header = clear.reason().map(it -> clear.because(reference(words, it))).orElse(clear);
    Header whole = clear.irregular().map(it -> new Irregular(reference(words, it.reason()), it.approval()))
        .map(header::irregular).orElse(header);
    return new Submission(command, whole, Permit.UNRESTRICTED);
  }

  /** The reference that stands for the value once it is sealed under the key of the subject. */
  public static <T> Sealed<T> sealed(Id subject, String purpose, T value) {
    return reference(SealedFor.of(subject, purpose), Sealed.of(value));
  }

  private static <T> Sealed<T> reference(SealedFor sealedFor, Sealed<T> value) {
    Sealed.Given<T> given = (Sealed.Given<T>) value;
    String key = sealedFor.subject().key() + "." + sealedFor.subject().value() + "." + sealedFor.purpose();
    byte[] hash = MerkleHash.plain((key + given.value().hashCode()).getBytes(StandardCharsets.UTF_8));
    return new Sealed.Stored<>(key, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  private RecordedEvent asReadBack(EventId id, Proposal proposal) {
    Draft draft = eventCodec.encode(id, proposal.event(), proposal.header(), proposal.corrects(), proposal.tags(),
        new byte[32]);
    byte[] leaf = draft.line().clone();
    byte[] time = "2024-08-02T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(time, 0, leaf, draft.timeSlot(), time.length);
    RecordedEvent read = eventCodec.decode(new Entry(recorded.size(), draft.type(), leaf));
    assertThat(read.event()).isEqualTo(proposal.event());
    assertThat(read.header().reason()).isEqualTo(proposal.header().reason());
    assertThat(read.header().irregular()).isEqualTo(proposal.header().irregular());
    return read;
  }

  /** The id of the event at the position. */
  public EventId id(long position) {
    return recorded.get((int) position).id();
  }

  public RecordedEvent at(long position) {
    return recorded.get((int) position);
  }

  /** The position of the last event. */
  public long last() {
    return recorded.size() - 1L;
  }

  @Override
  public List<RecordedEvent> read(Selection selection) {
    return recorded.stream().filter(selection::matches).toList();
  }

  @Override
  public Optional<RecordedEvent> last(Selection selection) {
    return recorded.reversed().stream().filter(selection::matches).findFirst();
  }

  @Override
  public Optional<RecordedEvent> find(EventId id) {
    return recorded.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** What a command was answered. */
  public record Answer(Verdict verdict) {
    public void isAccepted() {
      assertThat(verdict).isInstanceOf(Verdict.Granted.class);
    }

    public void isAcceptedWith(Event... events) {
      assertThat(verdict).isInstanceOfSatisfying(Verdict.Granted.class,
          it -> assertThat(it.events()).extracting(Proposal::event).containsExactly(events));
    }

    /** Refused because of the events at the positions. */
    public void isRefusedWith(Refusal refusal, long... causes) {
      assertThat(verdict).isEqualTo(new Verdict.Denied(new Decision.Refuse(refusal,
          LongStream.of(causes).boxed().toList(), Optional.empty())));
      speaksBothLanguages(refusal);
    }

    /** Refused because nothing was found by the query. */
    public void isRefusedForLackOf(String query, Refusal refusal) {
      assertThat(verdict).isInstanceOfSatisfying(Verdict.Denied.class, it -> {
        assertThat(it.decision().refusal()).isEqualTo(refusal);
        assertThat(it.decision().causes()).isEmpty();
        assertThat(it.decision().nothingFound()).map(Selection::toString).contains(query);
      });
      speaksBothLanguages(refusal);
    }

    /** The refusal's name, or nothing if the command was accepted. */
    public Optional<String> refusalName() {
      return verdict instanceof Verdict.Denied denied
          ? Optional.of(denied.decision().refusal().name())
          : Optional.empty();
    }

    private static void speaksBothLanguages(Refusal refusal) {
      assertThat(refusal.english()).endsWith(".").doesNotContain("Optional");
      assertThat(refusal.chinese()).endsWith("。").doesNotContain("Optional");
    }
  }
}
