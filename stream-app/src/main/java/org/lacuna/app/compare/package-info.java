/** The compare stage: snapshots in, comparisons and changes out. */
@NullMarked
package org.lacuna.app.compare;

import org.jspecify.annotations.NullMarked;
