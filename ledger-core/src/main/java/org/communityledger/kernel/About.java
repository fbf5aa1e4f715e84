package org.communityledger.kernel;

/**
 * A command about one thing. A correction keeps the identity of the event it replaces if its command is about the same
 * thing; only such a correction may replace an event on which others rest.
 */
public interface About extends Command {
  /** The thing the command is about; its tag is among the tags of the events the command leads to. */
  Id subject();
}
