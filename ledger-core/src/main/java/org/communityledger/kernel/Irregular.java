package org.communityledger.kernel;

/**
 * That something is recorded although a rule of the world speaks against it, because it happened all the same. Rules which
 * guard the record itself know no such exception. Only what breaks a rule is recorded with it, so that in a recorded header
 * it marks what is irregular; which rules were broken, {@link RuleBroken} says beside it. Through the bulk door, which asks no rule, that has to be
 * given with it.
 *
 * @param reason why it happened against the rule, in somebody's words; sealed with the key of the header's reason
 * @param approval the approval of recording it, given for the command and for the thing it is about, or for
 *   {@code command:<id>} where it is about no one thing; it is used once
 */
public record Irregular(Sealed<String> reason, ApprovalId approval) {
  public Irregular {
    if (reason instanceof Sealed.Given<String> given && given.value().isBlank()) {
      throw new IllegalArgumentException("irregular needs a reason that is not blank");
    }
  }
}
