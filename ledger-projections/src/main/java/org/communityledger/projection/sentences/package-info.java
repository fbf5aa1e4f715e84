/**
 * Every kind of event in one plain sentence, in English and in Chinese.
 *
 * <p>Begin with {@link org.communityledger.projection.sentences.Sentences}. The package knows the events of all contexts
 * and nothing of projections.
 */
@NullMarked
package org.communityledger.projection.sentences;

import org.jspecify.annotations.NullMarked;
