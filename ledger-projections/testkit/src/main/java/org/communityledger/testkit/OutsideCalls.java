package org.communityledger.testkit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds in the class file of a class what it refers to of the world outside: clocks, random numbers, the JVM's time zone
 * and language. A clock that is asked for the year alone shows nowhere else before New Year.
 */
final class OutsideCalls {
  private static final Set<String> CALLS = Set.of(
      "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.lang.System.identityHashCode",
      "java.lang.Math.random", "java.util.UUID.randomUUID", "java.util.concurrent.ThreadLocalRandom.current",
      "java.util.Random.<init>()V", "java.util.SplittableRandom.<init>()V", "java.security.SecureRandom.<init>()V",
      "java.util.Date.<init>()V", "java.util.Calendar.getInstance", "java.util.Locale.getDefault",
      "java.util.TimeZone.getDefault", "java.time.ZoneId.systemDefault", "java.time.InstantSource.system",
      "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone", "java.time.Clock.system");

  private OutsideCalls() {}

  /** What the class, those nested in it and those it extends refer to, as {@code Beds: java.time.Instant.now}. */
  static List<String> in(Class<?> type) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      String name = each.getName();
      // Anonymous and local classes are members of the nest, but not declared by the class.
      Stream.concat(Stream.of(each), Arrays.stream(each.getNestMembers())
          .filter(it -> it.getName().startsWith(name + "$"))).forEach(classes::add);
    }
    return classes.stream().flatMap(it -> ofOne(it).stream().map(call -> it.getSimpleName() + ": " + call)).toList();
  }

  private static SortedSet<String> ofOne(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    // Without a class loader it is one of Java's own; without a file, one that was made up at run time.
    try (InputStream bytes = type.getClassLoader() == null ? null : type.getResourceAsStream(file)) {
      return bytes == null ? new TreeSet<>() : calls(new DataInputStream(new BufferedInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("The class file of " + type.getName() + " cannot be read", e);
    }
  }

  /** Reads the constants of a class file: what is called, stands there. */
  private static SortedSet<String> calls(DataInputStream in) throws IOException {
    in.skipNBytes(8); // magic number and version
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    int[] first = new int[count];
    int[] second = new int[count];
    BitSet members = new BitSet(count);
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> first[i] = in.readUnsignedShort();
        case 10, 11, 12 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
          members.set(i, tag != 12);
        }
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // long and double take two places
        }
        default -> throw new IOException("constant " + i + " is of the unknown kind " + tag);
      }
    }
    SortedSet<String> found = new TreeSet<>();
    members.stream().forEach(member -> {
      String owner = texts[first[first[member]]].replace('/', '.');
      String call = owner + "." + texts[first[second[member]]];
      boolean isNow = owner.startsWith("java.time.") && call.endsWith(".now");
      if (isNow || CALLS.contains(call) || CALLS.contains(call + texts[second[second[member]]])) {
        found.add(call.replace(".<init>", ""));
      }
    });
    return found;
  }
}
