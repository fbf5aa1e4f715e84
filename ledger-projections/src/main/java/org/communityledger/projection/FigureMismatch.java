package org.communityledger.projection;

/** Rows contribute to one figure what cannot be summed: other units, other wholes, or a rate beside a count. */
public final class FigureMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  FigureMismatch(String message) {
    super(message);
  }
}
