/** Aligns prose and cues of one language: anchors, local alignment, moves, and what each pair of passages is. */
@NullMarked
package org.lacuna.app.compare.engine.same;

import org.jspecify.annotations.NullMarked;
