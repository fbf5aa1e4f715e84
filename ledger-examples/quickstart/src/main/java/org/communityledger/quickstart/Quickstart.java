package org.communityledger.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.communityledger.Ledger;
import org.communityledger.LedgerReader;
import org.communityledger.cases.CaseCommand.VerifyWork;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Header;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Outcome;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.When;
import org.communityledger.lines.CommandLines;
import org.communityledger.lines.CommandLines.Loaded;
import org.communityledger.lines.InvalidLine;
import org.communityledger.log.Verification;
import org.communityledger.projection.Replay;
import org.communityledger.projection.Views;
import org.communityledger.projection.cases.CaseRegister;
import org.communityledger.projection.cases.CaseRow;
import org.communityledger.projection.cases.CaseTimeline;
import org.communityledger.projection.cases.HazardFixHistory;
import org.communityledger.projection.sentences.Language;
import org.communityledger.projection.sentences.Sentences;

/**
 * Loads the seeds into two fresh ledgers, prints what they hold, asks for something the rules refuse, and shows that a
 * changed byte is found. Exit code 1 if a line of the seeds cannot be recorded.
 */
public final class Quickstart {
  private static final CaseId WALL = new CaseId("wall");
  private static final Instant NOW = Instant.parse("2024-08-05T01:00:00Z");
  private static final String USAGE = """
      usage: Quickstart [seeds folder] [target folder]
        seeds folder   has registry.jsonl, press.jsonl, itemised.jsonl; default: seeds/pingcheng-2024-08-02
        target folder  gets press.ledger and itemised.ledger, replaced if there; default: \
      ledger-examples/quickstart/target
      用法：Quickstart [种子目录] [输出目录]""";

  private final Path seeds;
  private final Path target;
  private final PrintStream out;

  Quickstart(Path seeds, Path target, PrintStream out) {
    this.seeds = seeds;
    this.target = target;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length > 2 || List.of(args).contains("--help")) {
      out.println(USAGE);
      System.exit(List.of(args).contains("--help") ? 0 : 2);
    }
    Path root = projectFolder();
    Path seeds = args.length > 0 ? Path.of(args[0]) : root.resolve("seeds/pingcheng-2024-08-02");
    Path target = args.length > 1 ? Path.of(args[1]) : root.resolve("ledger-examples/quickstart/target");
    try {
      new Quickstart(seeds, target, out).run();
    } catch (InvalidLine e) {
      out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("seeds"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  void run() throws IOException, InvalidLine {
    Files.createDirectories(target);
    out.println("# PRESS: what a newspaper page says | 报纸所载");
    try (Ledger ledger = load("press")) {
      printCase(ledger.reader());
      printRegister(ledger.reader());
      letTheContractorVerify(ledger);
      printVerification(ledger.reader());
    }
    out.println();
    out.println("# ITEMISED: what an app records day by day | 逐日记录");
    try (Ledger ledger = load("itemised")) {
      printCase(ledger.reader());
      printRegister(ledger.reader());
      printVerification(ledger.reader());
    }
    out.println();
    out.println("# DAMAGE: one byte of a copy is changed | 改动副本一个字节");
    damageACopy();
  }

  private Ledger load(String name) throws IOException, InvalidLine {
    Path file = target.resolve(name + ".ledger");
    Files.deleteIfExists(file);
    AtomicLong ids = new AtomicLong();
    Ledger ledger = Ledger.at(file).unrestricted().clock(InstantSource.fixed(NOW))
        .ids(() -> name + "-" + ids.incrementAndGet())
        .open();
    try {
      for (String part : List.of("registry", name)) {
        Loaded loaded = new CommandLines(ledger).load(seeds.resolve(part + ".jsonl"));
        out.println(part + ".jsonl: " + loaded.lines() + " lines, " + loaded.events() + " events"
            + (loaded.resent() == 0 ? "" : ", " + loaded.resent() + " sent again"));
      }
      return ledger;
    } catch (IOException | InvalidLine | RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private void printCase(LedgerReader reader) {
    CaseTimeline history = Replay.of(reader).row(new HazardFixHistory(), WALL).orElseThrow();
    for (Language language : Language.values()) {
      out.println();
      history.render(language).forEach(out::println);
    }
    out.println();
  }

  private void printRegister(LedgerReader reader) {
    Views views = Replay.of(reader).run(new CaseRegister());
    out.println("case register | 案件台账");
    for (CaseRow row : CaseRegister.in(views).all()) {
      out.println("  " + row.caseId() + ": " + row.kind() + ", " + row.category() + ", owner "
          + row.owner().map(OrgId::value).orElse("-") + ", doer " + row.doer().map(it -> it.value()).orElse("-") + ", "
          + standing(row));
    }
    out.println("  done but unverified | 完工未核查: " + CaseRegister.in(views).doneButUnverified().size());
  }

  private static String standing(CaseRow row) {
    if (row.outcome().isPresent()) {
      return row.outcome().get().name().toLowerCase(java.util.Locale.ROOT)
          + row.verifier().map(it -> ", verified by " + it.who().value()).orElse("");
    }
    return row.verifier().isEmpty() && row.stage().name().equals("DONE")
        ? "done but unverified"
        : row.stage().name().toLowerCase(java.util.Locale.ROOT);
  }

  private void letTheContractorVerify(Ledger ledger) {
    Actor foreman = Actor.of(new PersonId("guodong-foreman"), "contractor").onBehalfOf(new OrgId("guodong"));
    Header header = ledger.header(foreman, When.on(LocalDate.of(2024, 8, 5)),
        Source.of(Source.Kind.FIRST_HAND, "quickstart"));
    Outcome outcome = ledger.record(VerifyWork.of(WALL, true), header);
    if (outcome instanceof Outcome.Refused refused) {
      out.println("the contractor verifies its own work | 施工方自行核查:");
      out.println("  refused: " + refused.refusal().name() + ": " + refused.refusal().english());
      out.println("  拒绝: " + refused.refusal().chinese());
      for (long cause : refused.causes()) {
        out.println("  because of #" + cause + ": "
            + Sentences.in(Language.ENGLISH).of(ledger.reader().event(cause)));
      }
    } else {
      throw new IllegalStateException("The contractor verified its own work: " + outcome);
    }
  }

  private void printVerification(LedgerReader reader) {
    Verification result = reader.verify();
    out.println("verify: " + result.english());
    out.println("核验: " + result.chinese());
  }

  private void damageACopy() throws IOException {
    Path copy = target.resolve("damaged-copy.ledger");
    byte[] bytes = Files.readAllBytes(target.resolve("itemised.ledger"));
    changeOneByte(bytes, "\"type\":\"cases.WorkCompleted\"");
    Files.write(copy, bytes);
    try {
      out.println("verify: " + Ledger.verify(copy).english());
    } finally {
      Files.delete(copy);
    }
    out.println(Verification.limitsInEnglish());
    out.println(Verification.limitsInChinese());
  }

  /** Changes one character of an entry, also in stale copies that the file may hold in unused parts of its pages. */
  private static void changeOneByte(byte[] bytes, String text) {
    // One character per byte, so that an index in the text is an index in the file.
    String file = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = file.indexOf(text);
    if (at < 0) {
      throw new IllegalStateException("The ledger has no " + text);
    }
    for (; at >= 0; at = file.indexOf(text, at + 1)) {
      bytes[at + text.length() / 2] ^= 0x20;
    }
  }
}
