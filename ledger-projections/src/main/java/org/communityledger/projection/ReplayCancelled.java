package org.communityledger.projection;

/** A replay was told to stop before it had read everything. No view is handed out, and no thread is left behind. */
public final class ReplayCancelled extends ReplayException {
  private static final long serialVersionUID = 1;

  ReplayCancelled(long position, String message) {
    super(position, message);
  }

  static ReplayCancelled interrupted(long position) {
    return new ReplayCancelled(position, "The replay was interrupted at #" + position);
  }
}
