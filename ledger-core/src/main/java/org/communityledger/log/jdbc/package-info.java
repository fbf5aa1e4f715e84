/** What stores over JDBC share: the log's own and that of personal values. Knows neither. */
@NullMarked
package org.communityledger.log.jdbc;

import org.jspecify.annotations.NullMarked;
