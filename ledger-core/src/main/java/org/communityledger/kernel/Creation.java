package org.communityledger.kernel;

/** An event that brings something into being; whatever is later recorded about that thing rests on it. */
public interface Creation extends Event {
  /** The thing brought into being. */
  Id created();
}
