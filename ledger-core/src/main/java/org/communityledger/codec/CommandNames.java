package org.communityledger.codec;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communityledger.kernel.Command;

/** The stored names of commands. Immutable. */
public final class CommandNames {
  private final Map<String, Class<? extends Command>> types;
  private final Map<Class<? extends Command>, String> names;

  /**
   * Registers commands by stored name.
   *
   * @throws IllegalArgumentException if a record has two names
   */
  public CommandNames(Map<String, Class<? extends Command>> types) {
    this.types = Map.copyOf(types);
    Map<Class<? extends Command>, String> reverse = new HashMap<>();
    types.forEach((name, type) -> {
      if (reverse.put(type, name) != null) {
        throw new IllegalArgumentException(type.getName() + " is registered under two names");
      }
    });
    this.names = Map.copyOf(reverse);
  }

  /** The command's stored name. */
  public String nameOf(Class<? extends Command> type) {
    String name = names.get(type);
    if (name == null) {
      throw new IllegalArgumentException(
          type.getName() + " has no stored name; add its context to the ledger's builder");
    }
    return name;
  }

  /** The record of the command with this stored name. */
  public Optional<Class<? extends Command>> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All stored names, sorted. */
  public List<String> all() {
    Collection<String> all = types.keySet();
    return all.stream().sorted().toList();
  }
}
