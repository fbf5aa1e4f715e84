package org.communityledger.membership;

import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Texts;

/**
 * A role at an organisation or a site, which one person has at a time.
 *
 * @param role a code word: {@code adviser}, {@code keeper}
 * @param at the organisation or the site
 */
record Post(String role, Id at) {
  /**
   * The post a command or an event names.
   *
   * @throws IllegalArgumentException if the role is no code word, or it is at neither an organisation nor a site
   */
  static Post of(String role, Tag at) {
    Texts.code("role", role);
    return switch (at.key()) {
      case "org" -> new Post(role, new OrgId(at.value()));
      case "site" -> new Post(role, new SiteId(at.value()));
      default -> throw new IllegalArgumentException(
          "at must be an organisation or a site, org:<id> or site:<id>, not '" + at + "'");
    };
  }

  /** The tag under which is found who has it. */
  Tag tag() {
    return new Tag("role", role + ":" + at.tag());
  }
}
