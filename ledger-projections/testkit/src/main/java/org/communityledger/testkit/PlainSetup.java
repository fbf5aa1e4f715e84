package org.communityledger.testkit;

/** Nothing beyond the shipped contexts. */
final class PlainSetup implements LedgerSetup {}
