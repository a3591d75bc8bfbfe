/** Seeded texts whose differences are known: the same on every machine. */
@NullMarked
package org.lacuna.app.bench.texts;

import org.jspecify.annotations.NullMarked;
