package org.communityledger.activities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.communityledger.kernel.Tag;

/** One edition of a series of activities with the same title. */
record Edition(String title, int number) {
  /** Titles are in any script and tags are not, so a title stands in the tag as its SHA-256. */
  Tag tag() {
    return new Tag("edition", digest(title) + ":" + number);
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
