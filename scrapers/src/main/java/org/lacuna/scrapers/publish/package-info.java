/** Puts what was collected on its topics: only what changed, and a snapshot whole or not at all. */
@NullMarked
package org.lacuna.scrapers.publish;

import org.jspecify.annotations.NullMarked;
