/** What a source is and what it promises, read from a YAML declaration. A bad declaration is a value, never an exception. */
@NullMarked
package org.lacuna.scrapers.source;

import org.jspecify.annotations.NullMarked;
