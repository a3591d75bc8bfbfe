/** Collects: asks the sources for what is due, reads each release whole, and publishes what is new. */
@NullMarked
package org.lacuna.scrapers.collect;

import org.jspecify.annotations.NullMarked;
