/** The personal store in one SQLite file beside the ledger's. */
@NullMarked
package org.communityledger.seal.sqlite;

import org.jspecify.annotations.NullMarked;
