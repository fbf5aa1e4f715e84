package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TilesOfGrowingTreesTest {
  private static final MadeTree MADE = MadeTree.of(70_000);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000})
  void every_complete_subtree_is_found_in_tiles(int size) {
    TreeHashes hashes = MADE.hashes(grown(size));

    assertThat(hashes.size()).isEqualTo(size);
    assertThat(Proofs.root(size, hashes)).isEqualTo(MADE.naiveRoot(0, size));
    for (int height = 0; height <= 16; height++) {
      int width = 1 << height;
      int count = size / width;
      for (int index = 0; index < count; index += Math.max(1, count / 37)) {
        assertThat(hashes.hash(height, index)).isEqualTo(MADE.naiveRoot(index * width, (index + 1) * width));
      }
      if (count > 0) {
        assertThat(hashes.hash(height, count - 1)).isEqualTo(MADE.naiveRoot((count - 1) * width, count * width));
      }
      int tooMany = count;
      int level = height;
      assertThatIllegalArgumentException().isThrownBy(() -> hashes.hash(level, tooMany));
    }
  }

  @ParameterizedTest
  @CsvSource({"255,0,0", "256,1,0", "257,1,0", "65535,255,0", "65536,256,1", "65537,256,1", "70000,273,1"})
  void only_full_tiles_are_handed_out(int size, int atLevel0, int atLevel1) {
    List<String> names = new ArrayList<>();
    GrowingTree tree = new GrowingTree();
    for (int i = 0; i < size; i++) {
      tree.add(MADE.leafHashes.get(i), (level, index, hashes) -> {
        assertThat(hashes).hasSize(8_192);
        names.add(level + "/" + index);
      });
    }

    assertThat(names).doesNotHaveDuplicates().hasSize(atLevel0 + atLevel1);
    assertThat(names.stream().filter(it -> it.startsWith("0/"))).hasSize(atLevel0);
    assertThat(names.stream().filter(it -> it.startsWith("1/"))).hasSize(atLevel1);
  }

  @Test
  void what_does_not_fill_a_tile_has_the_widths_of_the_tile_format() {
    assertThat(GrowingTree.levels(70_000)).isEqualTo(3);
    assertThat(GrowingTree.partialWidth(70_000, 0)).isEqualTo(112);
    assertThat(GrowingTree.partialWidth(70_000, 1)).isEqualTo(17);
    assertThat(GrowingTree.partialWidth(70_000, 2)).isEqualTo(1);
    assertThat(MADE.tree.partial(0)).hasSize(112 * 32);
    assertThat(MADE.tree.partial(1)).hasSize(17 * 32);
    assertThat(MADE.tree.partial(2)).hasSize(32);
    assertThat(MADE.tree.partial(3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, 69_999})
  void a_tree_put_together_from_its_edge_grows_on_alike(int size) {
    GrowingTree tree = grown(size);
    List<byte[]> partials = new ArrayList<>();
    for (int level = 0; level < GrowingTree.levels(size); level++) {
      partials.add(tree.partial(level));
    }

    GrowingTree again = GrowingTree.of(size, partials);

    assertThat(again.head()).isEqualTo(tree.head());
    assertThat(HexFormat.of().formatHex(again.frontier())).isEqualTo(HexFormat.of().formatHex(tree.frontier()));
    List<String> tiles = new ArrayList<>();
    for (int i = size; i < Math.min(size + 600, 70_000); i++) {
      again.add(MADE.leafHashes.get(i), (level, index, hashes) -> {
        assertThat(hashes).isEqualTo(MADE.tiles.get(level + "/" + index));
        tiles.add(level + "/" + index);
      });
    }
    assertThat(again.head().root()).isEqualTo(MADE.naiveRoot(0, Math.min(size + 600, 70_000)));
    assertThat(tiles.isEmpty()).isEqualTo(size == 69_999);
  }

  @Test
  void an_edge_of_another_size_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> GrowingTree.of(3, List.of(new byte[64])))
        .withMessage("Level 0 of a tree of 3 leaves has 3 hashes after its last full tile, not 2");
  }

  @Test
  void a_copy_grows_independently() {
    GrowingTree tree = grown(255);
    GrowingTree copy = tree.copy();

    copy.add(MADE.leafHashes.get(255), (level, index, hashes) -> {});

    assertThat(tree.head()).isEqualTo(new TreeHead(255, MADE.naiveRoot(0, 255)));
    assertThat(copy.head()).isEqualTo(new TreeHead(256, MADE.naiveRoot(0, 256)));
    assertThat(tree.partial(0)).hasSize(255 * 32);
  }

  private static GrowingTree grown(int size) {
    GrowingTree tree = new GrowingTree();
    for (int i = 0; i < size; i++) {
      tree.add(MADE.leafHashes.get(i), (level, index, hashes) -> {});
    }
    return tree;
  }
}
