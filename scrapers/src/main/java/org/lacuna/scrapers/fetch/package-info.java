/** Asks sources politely, and says what came back: a page, nothing new, or a fault. */
@NullMarked
package org.lacuna.scrapers.fetch;

import org.jspecify.annotations.NullMarked;
