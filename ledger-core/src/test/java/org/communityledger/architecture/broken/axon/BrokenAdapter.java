package org.communityledger.architecture.broken.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.axonframework.messaging.core.Message;

/** Allowed: axon knows Axon Framework and Jackson. */
public record BrokenAdapter(Message message, ObjectMapper mapper) {}
