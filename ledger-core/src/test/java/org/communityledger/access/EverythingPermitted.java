package org.communityledger.access;

import java.util.List;

/** A policy that permits everything to everybody: tests of denials must fail with it. */
final class EverythingPermitted implements AccessPolicy {
  @Override
  public Reach reach(String act, String role) {
    return Reach.ANYWHERE;
  }

  @Override
  public List<String> rolesFor(String act) {
    return List.of();
  }

  @Override
  public Reach reachOfOpening(String keyPurpose, String readingPurpose, String role) {
    return Reach.ANYWHERE;
  }

  @Override
  public List<String> purposesFor(String keyPurpose) {
    return List.of();
  }
}
