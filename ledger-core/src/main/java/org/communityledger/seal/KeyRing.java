package org.communityledger.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys that wrap all others, kept apart from the store: in a file that only its owner may read, or in an environment
 * variable. One line for each, {@code <id> <base64 of 32 bytes>}; the first is the current one, the others open what was
 * wrapped before. In a variable, commas may stand for line ends.
 *
 * <p>Whoever loses these keys loses all personal values; whoever has them and the store, or copies of both, reads
 * them all. Safe for many threads; texts and messages never show a key.
 */
public final class KeyRing {
  private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE);

  private final String name;
  private final @Nullable Path file;
  private volatile List<KeyEncryptionKey> keys;

  private KeyRing(String name, @Nullable Path file, List<KeyEncryptionKey> keys) {
    this.name = name;
    this.file = file;
    this.keys = keys;
    Set<String> ids = new HashSet<>();
    for (KeyEncryptionKey each : keys) {
      if (!ids.add(each.id())) {
        throw new SealException(name + " has two keys with the id " + each.id() + "; leave one");
      }
    }
  }

  /** Where the keys of a ledger lie unless said otherwise: beside it. */
  public static Path fileBeside(Path ledger) {
    return ledger.resolveSibling(ledger.getFileName() + ".keys");
  }

  /**
   * The keys in a file; none if there is no such file. It is created when the first key is needed.
   *
   * @throws SealException if the file cannot be read, is malformed, or can be read by others than its owner
   */
  public static KeyRing inFile(Path file) {
    Path absolute = file.toAbsolutePath();
    if (!Files.exists(absolute)) {
      return new KeyRing("The key file " + absolute, absolute, List.of());
    }
    try {
      if (hasPermissions(absolute) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(absolute))) {
        throw new SealException("The key file " + absolute + " can be used by others than its owner ("
            + PosixFilePermissions.toString(Files.getPosixFilePermissions(absolute)) + "); run: chmod 600 " + absolute);
      }
      String text = Files.readString(absolute, StandardCharsets.US_ASCII);
      return new KeyRing("The key file " + absolute, absolute, parse("The key file " + absolute, text.split("\n", -1)));
    } catch (IOException e) {
      throw new SealException("The key file " + absolute + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /**
   * The keys in an environment variable. It is never changed: a new key is put first by whoever sets it.
   *
   * @throws SealException if the variable is not set, empty or malformed
   */
  public static KeyRing inEnvironment(String variable) {
    return inEnvironment(variable, System::getenv);
  }

  static KeyRing inEnvironment(String variable, UnaryOperator<@Nullable String> environment) {
    String name = "The environment variable " + variable;
    String text = environment.apply(variable);
    List<KeyEncryptionKey> keys = text == null ? List.of() : parse(name, text.split("[\n,]", -1));
    if (keys.isEmpty()) {
      throw new SealException(name + " has no key; set it to <id> <base64 of 32 random bytes>");
    }
    return new KeyRing(name, null, keys);
  }

  private static List<KeyEncryptionKey> parse(String name, String[] lines) {
    List<KeyEncryptionKey> keys = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        keys.add(KeyEncryptionKey.parse(name + ", line " + (i + 1) + ",", lines[i]));
      }
    }
    return List.copyOf(keys);
  }

  /** Where the keys are kept, for messages. */
  public String name() {
    return name;
  }

  /** The ids of the keys, the current one first. */
  public List<String> ids() {
    return keys.stream().map(KeyEncryptionKey::id).toList();
  }

  /**
   * Adds a key, which becomes the current one, and returns its id. Durable when it returns.
   *
   * @throws SealException if the keys are not kept in a file, or it cannot be written
   */
  public synchronized String add() {
    KeyEncryptionKey drawn = KeyEncryptionKey.draw();
    List<KeyEncryptionKey> more = new ArrayList<>(List.of(drawn));
    more.addAll(keys);
    write(List.copyOf(more));
    return drawn.id();
  }

  /** Removes keys; the vault knows which are not needed any more. */
  synchronized void drop(Collection<String> ids) {
    write(keys.stream().filter(it -> !ids.contains(it.id())).toList());
  }

  KeyEncryptionKey current() {
    List<KeyEncryptionKey> now = keys;
    if (now.isEmpty()) {
      throw new SealException(name + " has no key; restore it from your backup of keys");
    }
    return now.getFirst();
  }

  Optional<KeyEncryptionKey> find(String id) {
    return keys.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The key with this id, or what to do to have it. */
  KeyEncryptionKey require(String id, String neededBy) {
    return find(id).orElseThrow(() -> new SealException(neededBy + " needs the key " + id + ", which is not in "
        + name.replaceFirst("^The", "the") + " (there: " + (keys.isEmpty() ? "none" : String.join(", ", ids()))
        + "); put that key back, from the backup of keys made with this store"));
  }

  /** Writes beside the file and renames, so that there is always either the old file or the new one. */
  private void write(List<KeyEncryptionKey> changed) {
    if (file == null) {
      throw new SealException(name + " cannot be changed from here; change it where it is set, and open again");
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    byte[] lines = changed.stream().map(it -> it.line() + "\n").collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
    try {
      Files.deleteIfExists(fresh);
      FileAttribute<?>[] owner = hasPermissions(file.resolveSibling("."))
          ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
          : new FileAttribute<?>[0];
      try (FileChannel channel = FileChannel.open(fresh,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      if (owner.length > 0) { // elsewhere folders cannot be forced
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
          folder.force(true);
        }
      }
    } catch (IOException e) {
      throw new SealException(name + " cannot be written: " + e, e);
    } finally {
      Arrays.fill(lines, (byte) 0);
    }
    keys = changed;
  }

  private static boolean hasPermissions(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  @Override
  public String toString() {
    return "KeyRing[" + name + ": " + String.join(", ", ids()) + "]";
  }
}
