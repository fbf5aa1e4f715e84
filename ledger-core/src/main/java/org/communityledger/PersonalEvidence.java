package org.communityledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.communityledger.codec.EventCodec;
import org.communityledger.log.EntryCheck;
import org.communityledger.log.EntryLog;
import org.communityledger.log.LeafReader;
import org.communityledger.log.StoredEvidence;
import org.communityledger.log.Verification;
import org.communityledger.log.Verifier;
import org.communityledger.seal.Inspection;
import org.communityledger.seal.KeyRing;
import org.communityledger.seal.PersonalStore;
import org.communityledger.seal.SealException;
import org.communityledger.seal.sqlite.SqlitePersonalStore;

/**
 * Where the personal values of a ledger lie, for verification. A store or keys that cannot be read are a finding like any
 * other; where there is no store, nobody asks for keys.
 */
record PersonalEvidence(EntryLog log, EventCodec codec, String origin, Path file, Supplier<KeyRing> keys) {
  Verification verify(StoredEvidence evidence, Verifier.Progress progress) {
    if (!Files.exists(file)) {
      return Verifier.deep(evidence, codec, progress, new PersonalCheck(codec, Optional.empty()));
    }
    SqlitePersonalStore store;
    try {
      store = SqlitePersonalStore.openReadOnly(file, origin);
    } catch (SealException e) {
      return Verifier.deep(evidence, codec, progress, unreadable(e));
    }
    try (store) {
      return Verifier.deep(evidence, codec, progress, check(store));
    }
  }

  private EntryCheck check(PersonalStore store) {
    try {
      return new PersonalCheck(codec, Optional.of(
          findings -> new Inspection(store, keys.get(), origin, new LoggedErasures(log, codec), findings)));
    } catch (SealException e) {
      return unreadable(e);
    }
  }

  private static EntryCheck unreadable(SealException failure) {
    return new EntryCheck() {
      @Override
      public void check(StoredEvidence.Row row, LeafReader.Facts facts, Finder finder) {
        // Nothing to compare with; said once at the end.
      }

      @Override
      public void end(Ending ending) {
        ending.found(OptionalLong.empty(), "the personal store cannot be checked: " + failure.getMessage());
      }
    };
  }
}
