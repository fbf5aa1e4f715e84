package org.communityledger.membership;

import org.communityledger.kernel.About;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.Texts;

/** What can be asked about honours. */
public sealed interface HonourCommand extends Command, About {
  /** The honour the command is about. */
  HonourId honour();

  @Override
  default Id subject() {
    return honour();
  }

  /**
   * Honours somebody.
   *
   * @param honour the honour
   * @param title what for, a code word
   * @param to who is honoured
   * @param by who honours
   * @param form a code word: {@code plaque}, {@code certificate}
   */
  record GrantHonour(HonourId honour, String title, Party to, Party by, String form) implements HonourCommand {
    public GrantHonour {
      Texts.code("title", title);
      Texts.code("form", form);
    }
  }

  /** Takes an honour back. */
  record RevokeHonour(HonourId honour) implements HonourCommand {}
}
