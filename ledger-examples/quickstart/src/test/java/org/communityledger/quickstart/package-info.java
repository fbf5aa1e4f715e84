@NullMarked
package org.communityledger.quickstart;

import org.jspecify.annotations.NullMarked;
