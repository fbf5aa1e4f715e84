package org.communityledger.architecture.broken.log.sqlite;

import java.sql.Connection;

/** Allowed: a store knows JDBC. */
public record Store(Connection connection) {}
