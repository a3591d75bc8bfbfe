/** How texts and times of the records are written, the same for every reader. */
@NullMarked
package org.lacuna.schema.text;

import org.jspecify.annotations.NullMarked;
