/** What goes into a comparison and what comes out: texts, beads and differences. Values only. */
@NullMarked
package org.lacuna.app.compare.engine.collation;

import org.jspecify.annotations.NullMarked;
