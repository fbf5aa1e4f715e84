package org.communityledger.aid;

/** What shows that something was received. The thing itself, such as the sheet with signatures, is kept elsewhere. */
public enum Acknowledgement {
  /** The party signed. */
  SIGNATURE,
  /** The party left a fingerprint. */
  FINGERPRINT,
  /** The party showed a card, or was found in a system by one. */
  CARD,
  /** There is a photo of it. */
  PHOTO,
  /** Somebody else saw it. */
  WITNESS,
  /** Nothing shows it. */
  NONE
}
