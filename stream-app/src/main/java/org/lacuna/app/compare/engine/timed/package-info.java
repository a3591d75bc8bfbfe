/** Aligns subtitles by their time codes: speed, offset and cuts first, then which cues stand for which. */
@NullMarked
package org.lacuna.app.compare.engine.timed;

import org.jspecify.annotations.NullMarked;
