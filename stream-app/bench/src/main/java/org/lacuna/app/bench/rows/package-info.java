/** The rows of the table: what is measured, and beside whom. */
@NullMarked
package org.lacuna.app.bench.rows;

import org.jspecify.annotations.NullMarked;
