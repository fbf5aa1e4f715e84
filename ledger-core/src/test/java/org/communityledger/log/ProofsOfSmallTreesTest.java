package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every size up to 300 and every proof in it, against roots that plain recursion gives. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProofsOfSmallTreesTest {
  private static final int LARGEST = 300;
  private static final MadeTree MADE = MadeTree.of(LARGEST);
  private static final TreeHashes HASHES = MADE.hashes();
  private static final TreeHead[] HEADS = heads();

  private static TreeHead[] heads() {
    TreeHead[] heads = new TreeHead[LARGEST + 1];
    for (int size = 0; size <= LARGEST; size++) {
      heads[size] = new TreeHead(size, MADE.naiveRoot(0, size));
    }
    return heads;
  }

  @Test
  void a_tree_grown_leaf_by_leaf_has_the_root_of_the_definition() {
    GrowingTree tree = new GrowingTree();
    for (int size = 0; size <= LARGEST; size++) {
      assertThat(tree.head()).isEqualTo(HEADS[size]);
      assertThat(Proofs.root(size, HASHES)).isEqualTo(HEADS[size].root());
      if (size < LARGEST) {
        tree.add(MADE.leafHashes.get(size), (level, index, hashes) -> {});
      }
    }
  }

  @Test
  void every_leaf_is_proved_in_every_size_and_no_changed_proof_passes() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        List<byte[]> path = Proofs.inclusion(index, size, HASHES);
        byte[] leafHash = MADE.leafHashes.get(index);

        assertIncluded(true, index, leafHash, path, HEADS[size]);
        assertIncluded(false, index, MadeTree.flipped(leafHash), path, HEADS[size]);
        assertIncluded(false, index, leafHash, path, new TreeHead(size, MadeTree.flipped(HEADS[size].root())));
        assertIncluded(false, index + 1, leafHash, path, HEADS[size]);
        assertIncluded(false, index - 1, leafHash, path, HEADS[size]);
        assertIncluded(false, index, leafHash, path, new TreeHead(index, HEADS[size].root()));
        assertIncluded(false, index, leafHash, path, new TreeHead(1L << 40, HEADS[size].root()));
        for (List<byte[]> changed : changed(path)) {
          assertIncluded(false, index, leafHash, changed, HEADS[size]);
        }
      }
    }
  }

  @Test
  void every_older_size_is_proved_to_begin_every_newer_one_and_no_changed_proof_passes() {
    for (int newer = 1; newer <= LARGEST; newer++) {
      for (int older = 1; older <= newer; older++) {
        List<byte[]> proof = Proofs.consistency(older, newer, HASHES);

        assertConsistent(true, HEADS[older], HEADS[newer], proof);
        assertConsistent(false, new TreeHead(older, MadeTree.flipped(HEADS[older].root())), HEADS[newer], proof);
        assertConsistent(false, HEADS[older], new TreeHead(newer, MadeTree.flipped(HEADS[newer].root())), proof);
        assertConsistent(false, new TreeHead(older - 1, HEADS[older].root()), HEADS[newer], proof);
        if (older < newer) {
          assertConsistent(false, HEADS[newer], HEADS[older], proof);
          for (List<byte[]> changed : changed(proof)) {
            assertConsistent(false, HEADS[older], HEADS[newer], changed);
          }
        } else {
          assertConsistent(false, HEADS[older], HEADS[newer], List.of(HEADS[older].root()));
        }
      }
    }
  }

  @Test
  void bytes_moved_from_one_hash_to_its_neighbour_do_not_pass() {
    byte[] both = new byte[64];
    System.arraycopy(MADE.leafHashes.get(0), 0, both, 0, 32);
    System.arraycopy(MADE.leafHashes.get(1), 0, both, 32, 32);
    byte[] shorter = Arrays.copyOf(both, 31);
    byte[] longer = Arrays.copyOfRange(both, 31, 64);

    assertIncluded(false, 0, shorter, List.of(longer), HEADS[2]);

    List<byte[]> proof = Proofs.consistency(3, 4, HASHES);
    byte[] joined = new byte[64];
    System.arraycopy(proof.get(0), 0, joined, 0, 32);
    System.arraycopy(proof.get(1), 0, joined, 32, 32);
    List<byte[]> moved = List.of(Arrays.copyOf(joined, 31), Arrays.copyOfRange(joined, 31, 64), proof.get(2));
    assertConsistent(false, HEADS[3], HEADS[4], moved);
  }

  @Test
  void what_does_not_exist_cannot_be_proved() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(0, 0, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(5, 5, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(-1, 5, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(0, 301, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(0, 5, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(6, 5, HASHES));
    assertThatIllegalArgumentException().isThrownBy(() -> Proofs.root(301, HASHES));
  }

  /** The hashes with one flipped, one dropped, one added; each at every place. */
  private static List<List<byte[]>> changed(List<byte[]> hashes) {
    List<List<byte[]>> all = new ArrayList<>();
    for (int i = 0; i <= hashes.size(); i++) {
      List<byte[]> added = new ArrayList<>(hashes);
      added.add(i, MADE.leafHashes.get(0));
      all.add(added);
      if (i < hashes.size()) {
        List<byte[]> flipped = new ArrayList<>(hashes);
        flipped.set(i, MadeTree.flipped(hashes.get(i)));
        all.add(flipped);
        List<byte[]> dropped = new ArrayList<>(hashes);
        dropped.remove(i);
        all.add(dropped);
      }
    }
    return all;
  }

  private static void assertIncluded(boolean expected, long index, byte[] leafHash, List<byte[]> path, TreeHead head) {
    if (Proofs.isIncluded(index, leafHash, path, head) != expected) {
      throw new AssertionError("leaf " + index + " in " + head + " should be proved: " + expected);
    }
  }

  private static void assertConsistent(boolean expected, TreeHead older, TreeHead newer, List<byte[]> proof) {
    if (Proofs.isConsistent(older, newer, proof) != expected) {
      throw new AssertionError(older + " in " + newer + " should be proved: " + expected);
    }
  }
}
