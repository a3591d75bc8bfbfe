/** Keeps what was fetched as it came, in WARC files that any web archive can read. */
@NullMarked
package org.lacuna.scrapers.preserve;

import org.jspecify.annotations.NullMarked;
