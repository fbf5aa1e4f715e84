package org.communityledger.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.communityledger.log.LeafReader.Reference;

/** Finds references to sealed values in a leaf, whatever the event. */
final class References {
  private References() {}

  static void collect(String pointer, JsonNode node, List<Reference> found) {
    if (node.has(SealedJson.MARK)) {
      JsonNode inside = node.get(SealedJson.MARK);
      if (node.size() != 1 || inside.size() != 2 || !inside.path("k").isTextual() || !inside.path("h").isTextual()) {
        throw new IllegalArgumentException("the sealed value at " + pointer
            + " is not {\"$sealed\":{\"k\":<key>,\"h\":<hash>}}");
      }
      found.add(new Reference(pointer, inside.get("k").textValue(), inside.get("h").textValue()));
      return;
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      collect(pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1"), each.getValue(), found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i), found);
    }
  }
}
