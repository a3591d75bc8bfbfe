/** The topics that the stages meet on: their names, types, partitions and retention, and how a record is written. */
@NullMarked
package org.lacuna.topics;

import org.jspecify.annotations.NullMarked;
