/** Aligns texts of two languages by length, by words that it learns from the texts themselves, and by what both share. */
@NullMarked
package org.lacuna.app.compare.engine.across;

import org.jspecify.annotations.NullMarked;
