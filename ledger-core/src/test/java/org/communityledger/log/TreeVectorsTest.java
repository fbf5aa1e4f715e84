package org.communityledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TreeVectorsTest {
  private static final MadeTree MADE = new MadeTree();
  private static final Map<Integer, GrowingTree> AT = new HashMap<>();
  private static JsonNode vectors = new ObjectMapper().createObjectNode();

  @BeforeAll
  static void grow() throws IOException {
    try (InputStream json = Objects.requireNonNull(TreeVectorsTest.class.getResourceAsStream("/vectors.json"))) {
      vectors = new ObjectMapper().readTree(json);
    }
    for (JsonNode tree : vectors.get("trees")) {
      int size = tree.get("size").asInt();
      MADE.growTo(size);
      AT.put(size, MADE.tree.copy());
    }
  }

  @Test
  void leaves_hash_as_in_the_vectors() {
    assertThat(hex(MerkleHash.leaf(MadeTree.leaf(0)))).isEqualTo(vectors.get("leaf_hash_0").asText());
    assertThat(hex(MerkleHash.leaf(MadeTree.leaf(999)))).isEqualTo(vectors.get("leaf_hash_999").asText());
    assertThat(hex(MerkleHash.leaf(new byte[0]))).isEqualTo(vectors.get("empty_leaf_hash").asText());
  }

  @Test
  void every_root_is_that_of_the_vectors() {
    assertThat(vectors.get("trees")).hasSize(16);
    for (JsonNode tree : vectors.get("trees")) {
      GrowingTree grown = grown(tree.get("size").asInt());
      TreeHead head = new TreeHead(grown.size(), HexFormat.of().parseHex(tree.get("root").asText()));

      assertThat(grown.head()).isEqualTo(head);
      assertThat(hex(GrowingTree.root(grown.frontier()))).isEqualTo(tree.get("root").asText());
      assertThat(hex(Proofs.root(grown.size(), MADE.hashes()))).isEqualTo(tree.get("root").asText());
    }
  }

  @Test
  void every_inclusion_proof_is_that_of_the_vectors_and_verifies() {
    int checked = 0;
    for (JsonNode tree : vectors.get("trees")) {
      GrowingTree grown = grown(tree.get("size").asInt());
      for (JsonNode inclusion : tree.get("inclusion")) {
        long index = inclusion.get("index").asLong();
        List<byte[]> path = Proofs.inclusion(index, grown.size(), MADE.hashes(grown));

        assertThat(hex(path)).isEqualTo(texts(inclusion.get("path")));
        byte[] leafHash = HexFormat.of().parseHex(inclusion.get("leaf_hash").asText());
        assertThat(Proofs.isIncluded(index, leafHash, path, grown.head())).isTrue();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(50);
  }

  @Test
  void every_consistency_proof_is_that_of_the_vectors_and_verifies() {
    assertThat(vectors.get("consistency")).hasSize(120);
    for (JsonNode consistency : vectors.get("consistency")) {
      GrowingTree older = grown(consistency.get("old").asInt());
      GrowingTree newer = grown(consistency.get("new").asInt());
      List<byte[]> proof = Proofs.consistency(older.size(), newer.size(), MADE.hashes(newer));

      assertThat(hex(proof)).isEqualTo(texts(consistency.get("proof")));
      assertThat(Proofs.isConsistent(older.head(), newer.head(), proof)).isTrue();
    }
  }

  private static GrowingTree grown(int size) {
    return Objects.requireNonNull(AT.get(size));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(TreeVectorsTest::hex).toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(it -> texts.add(it.asText()));
    return texts;
  }
}
