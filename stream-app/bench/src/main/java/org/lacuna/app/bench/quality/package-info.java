/** How right the answers are: the scorers, and the texts with known answers. */
@NullMarked
package org.lacuna.app.bench.quality;

import org.jspecify.annotations.NullMarked;
