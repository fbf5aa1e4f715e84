/** The log in one SQLite file: one writer thread with group commit, readers beside it. */
@NullMarked
package org.communityledger.log.sqlite;

import org.jspecify.annotations.NullMarked;
