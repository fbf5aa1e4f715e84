package org.communityledger.codec;

/** In which form sealed values are read. */
enum SealedForm {
  /** As callers send them: in the clear, never as a reference, which would be to a value of another command. */
  GIVEN,
  /** As they are stored: as references, never in the clear. */
  STORED
}
