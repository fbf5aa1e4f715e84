package org.communityledger.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.communityledger.Ledger;
import org.communityledger.log.Verification;

/** That the ledgers are whole, and that a changed byte is found. */
final class EvidenceSection {
  private final Page page;

  EvidenceSection(Page page) {
    this.page = page;
  }

  void print(Path itemised) throws IOException {
    page.title("Evidence: one byte of a copy is changed", "凭证：改动副本一个字节");
    Verification whole = Ledger.verify(itemised);
    if (!whole.isIntact()) {
      throw new IllegalStateException(whole.english());
    }
    page.line("itemised.ledger: intact, " + whole.head().size() + " entries",
        "itemised.ledger：完好，共 " + whole.head().size() + " 条");
    Path copy = itemised.resolveSibling("damaged-copy.ledger");
    List<String> beside = List.of("", ".personal", ".keys");
    for (String each : beside) {
      Files.copy(Path.of(itemised + each), Path.of(copy + each), StandardCopyOption.COPY_ATTRIBUTES);
    }
    try {
      byte[] bytes = Files.readAllBytes(copy);
      changeOneByte(bytes, "\"type\":\"cases.WorkCompleted\"");
      Files.write(copy, bytes);
      Verification.Finding found = Ledger.verify(copy).findings().getFirst();
      page.line("the copy: " + found.english(), "副本：" + found.chinese());
    } finally {
      for (String each : beside) {
        Files.delete(Path.of(copy + each));
      }
    }
    page.line(Verification.limitsInEnglish(), Verification.limitsInChinese());
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
