/** Compares string tables by key and metadata fields by their type. */
@NullMarked
package org.lacuna.app.compare.engine.keyed;

import org.jspecify.annotations.NullMarked;
