/** Turns a document's bytes into sections of passages. A bad document is a value, never an exception. */
@NullMarked
package org.lacuna.scrapers.extract;

import org.jspecify.annotations.NullMarked;
