package org.communityledger.cases;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Photos kept elsewhere, by what proves them unchanged. Immutable; its text does not tell them.
 *
 * @param photos the photos, at least one
 */
public record Photos(List<Photo> photos) {
  public Photos {
    photos = List.copyOf(photos);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException("photos must not be empty; leave them out");
    }
  }

  @Override
  public String toString() {
    return "Photos[" + photos.size() + "]";
  }

  /**
   * One photo.
   *
   * @param hash SHA-256 of the file, 64 lower-case hexadecimal digits
   * @param length the length of the file in bytes
   */
  public record Photo(String hash, long length) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Photo {
      if (!HASH.matcher(hash).matches()) {
        throw new IllegalArgumentException("hash must be a SHA-256 as 64 lower-case hexadecimal digits");
      }
      if (length < 1) {
        throw new IllegalArgumentException("length must be 1 or more bytes");
      }
    }

    @Override
    public String toString() {
      return "Photo";
    }
  }
}
