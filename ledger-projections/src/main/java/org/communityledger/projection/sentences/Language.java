package org.communityledger.projection.sentences;

/** A language in which histories can be read. */
public enum Language {
  ENGLISH, CHINESE
}
