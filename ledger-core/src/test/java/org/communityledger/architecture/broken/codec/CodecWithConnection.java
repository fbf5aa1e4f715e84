package org.communityledger.architecture.broken.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import org.communityledger.architecture.broken.axon.BrokenAdapter;

/** Broken: JDBC and axon in the codec. Allowed: Jackson. */
public record CodecWithConnection(JsonNode node, Connection connection, BrokenAdapter adapter) {}
