/** Reads text as tokens that are equal where only script, spelling or typography differs. */
@NullMarked
package org.lacuna.app.compare.engine.normal;

import org.jspecify.annotations.NullMarked;
