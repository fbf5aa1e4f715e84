package org.communityledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communityledger.testing.Matters.header;

import java.util.HashMap;
import java.util.Map;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Header;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadersAsMetadataTest {
  @Test
  void what_is_irregular_names_its_approval_and_not_its_reason() {
    assertThat(metadata(header("c1").irregular("it was falling", new ApprovalId("a-1"))))
        .containsEntry(HeaderMetadata.IRREGULAR, "a-1").doesNotContainValue("it was falling");
  }

  @Test
  void what_is_regular_says_nothing_of_it() {
    assertThat(metadata(header("c1"))).doesNotContainKey(HeaderMetadata.IRREGULAR);
  }

  private static Map<String, String> metadata(Header header) {
    Map<String, String> metadata = new HashMap<>();
    HeaderMetadata.write(header, metadata);
    return metadata;
  }
}
