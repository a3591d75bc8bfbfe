/** The topics that edits for the China market are known to touch, and how to find their words in a text. */
@NullMarked
package org.lacuna.app.lexicon;

import org.jspecify.annotations.NullMarked;
