package org.communityledger.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communityledger.Refused;
import org.communityledger.lines.InvalidLine;
import org.communityledger.projection.sentences.Language;

/**
 * Loads one newspaper page into two fresh ledgers, prints what they hold, what was only said, asks for something the rules
 * refuse, and shows that a changed byte is found. Exit code 1 if a line of the seeds cannot be recorded.
 */
public final class Quickstart {
  private static final String USAGE = """
      usage: Quickstart [--lang en|zh] [seeds folder] [target folder]
        seeds folder   has registry.jsonl, attestations.jsonl, press.jsonl, itemised.jsonl;
                       default: seeds/pingcheng-2024-08-02
        target folder  gets press.ledger and itemised.ledger with their personal values and keys,
                       replaced if there; default: ledger-examples/quickstart/target
      用法：Quickstart [--lang en|zh] [种子目录] [输出目录]""";

  private final Path seeds;
  private final Path target;
  private final Page page;

  Quickstart(Path seeds, Path target, PrintStream out, Language language) {
    this.seeds = seeds;
    this.target = target;
    this.page = new Page(out, language);
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> rest = new ArrayList<>(List.of(args));
    if (rest.contains("--help")) {
      out.println(USAGE);
      return;
    }
    Language language = Language.ENGLISH;
    if (!rest.isEmpty() && rest.getFirst().equals("--lang")) {
      language = language(rest.subList(0, Math.min(2, rest.size())), out);
      rest.subList(0, 2).clear();
    }
    if (rest.size() > 2 || rest.stream().anyMatch(it -> it.startsWith("--"))) {
      out.println(USAGE);
      System.exit(2);
    }
    Path root = projectFolder();
    Path seeds = rest.isEmpty() ? root.resolve("seeds/pingcheng-2024-08-02") : Path.of(rest.getFirst());
    Path target = rest.size() < 2 ? root.resolve("ledger-examples/quickstart/target") : Path.of(rest.get(1));
    try {
      new Quickstart(seeds, target, out, language).run();
    } catch (InvalidLine e) {
      out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Language language(List<String> option, PrintStream out) {
    String wanted = option.getLast();
    if (wanted.equals("zh")) {
      return Language.CHINESE;
    }
    if (!wanted.equals("en")) {
      out.println(USAGE);
      System.exit(2);
    }
    return Language.ENGLISH;
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
    page.line("# One newspaper page in two ledgers: PRESS, as printed; ITEMISED, as an app would have recorded it",
        "# 一版报纸，两本台账：PRESS 为报纸所载，ITEMISED 为逐日记录");
    try (TwoLedgers ledgers = new TwoLedgers(seeds, target, page)) {
      new HazardSection(ledgers, page).print();
      new MembershipSection(ledgers, page).print();
      new AidSection(ledgers, page).print();
      new ReconciliationSection(ledgers, page).print();
      new AfterwardsSection(ledgers, page).print();
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
    new EvidenceSection(page).print(target.resolve("itemised.ledger"));
  }
}
